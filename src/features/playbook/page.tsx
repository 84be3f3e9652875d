/** The playbook: every workflow and scenario this reader may see. */
import { Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { ScenarioLine } from './contract.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(20rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

export function PlaybookPage() {
  const words = useWords();
  const styles = useStyles();
  const { data, error, mutate } = useData<{ items: ScenarioLine[] }>('/api/scenarios');
  return (
    <Frame title={words('page.playbook')}>
      {error && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <Empty title={words('playbook.noneTitle')} text={words('playbook.noneText')} />}
      <div className={styles.list}>
        {data?.items.map((line) => (
          <Card key={line.id}>
            <Text weight="semibold">{line.title}</Text>
            <Text>{line.helpsYou}</Text>
            <Text size={200}>{line.forLine}</Text>
          </Card>
        ))}
      </div>
    </Frame>
  );
}
