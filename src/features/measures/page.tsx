/** Measures: figures of groups with what each rests on, four at first and the others below. Who may read what the server decides. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useApi, useData } from '../../tab/api.ts';
import { ButtonLink } from '../../tab/parts/button-link.tsx';
import { Frame } from '../../tab/parts/frame.tsx';
import { saveFile } from '../../tab/parts/save-file.ts';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { MeasureShown, MeasuresReply } from './contract.ts';
import { askedOf, Filters, useAsked } from './filters.tsx';
import { MeasureCard } from './measure-card.tsx';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  grid: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 22rem), 1fr))',
    alignItems: 'start',
  },
  choice: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  more: { '& > summary': { cursor: 'pointer', padding: `${tokens.spacingVerticalM} 0` } },
});

export function MeasuresPage() {
  const words = useWords();
  const [asked, ask] = useAsked();
  const { data, error, mutate } = useData<MeasuresReply>(`/api/measures${asked}`, { keepPreviousData: true });
  return (
    <Frame title={words('page.measures')} actions={data && !isChoice(data) && <Export view={data.view} />}>
      {error && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && isChoice(data) && <Pilots reply={data} />}
      {data && !isChoice(data) && (
        <>
          <Filters reply={data} change={(view) => ask(askedOf(view))} />
          <Figures reply={data} />
        </>
      )}
    </Frame>
  );
}

/** A pilot was asked for, and not which. */
const isChoice = ({ view, measures }: MeasuresReply): boolean => view.range === 'pilot' && measures.length === 0;

function Pilots({ reply: { about, pilots } }: { reply: MeasuresReply }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <div className={styles.choice}>
      <Text role="status">{about}</Text>
      {pilots.map(({ id, name }) => (
        <ButtonLink key={id} href={`/measures${askedOf({ range: 'pilot', pilotId: id })}`}>
          {name}
        </ButtonLink>
      ))}
      <ButtonLink href="/measures" look="subtle">
        {words('measures.notOfPilot')}
      </ButtonLink>
    </div>
  );
}

function Figures({ reply: { about, measures } }: { reply: MeasuresReply }) {
  const words = useWords();
  const styles = useStyles();
  const main = measures.filter(({ isMain }) => isMain);
  const isEmpty = measures.every(({ lines }) => lines.every(({ value }) => value === '' || value === '0'));
  return (
    <>
      <Text role="status">{about}</Text>
      {isEmpty && <Empty title={words('measures.emptyTitle')} text={words('measures.emptyText')} />}
      <Cards measures={main} />
      <details className={styles.more}>
        <summary>
          <Text weight="semibold">{words('measures.more')}</Text>
        </summary>
        <Cards measures={measures.filter(({ isMain }) => !isMain)} />
      </details>
      <Text size={200} className={styles.quiet}>
        {words('measures.groups')}
      </Text>
    </>
  );
}

function Cards({ measures }: { measures: readonly MeasureShown[] }) {
  const styles = useStyles();
  return (
    <div className={styles.grid}>
      {measures.map((measure) => (
        <MeasureCard key={measure.id} measure={measure} />
      ))}
    </div>
  );
}

function Export({ view }: { view: MeasuresReply['view'] }) {
  const words = useWords();
  const api = useApi();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const download = async () => {
    setProblem(undefined);
    try {
      const { name, text } = await api.send<{ name: string; text: string }>('/api/measures/export', { body: view });
      saveFile({ name, type: 'text/csv;charset=utf-8', content: text });
      setNote(words('measures.exported', { file: name }));
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <Text role="status" size={200}>
        {note}
      </Text>
      {problem !== undefined && <Failed error={problem} />}
      <Button icon={<ArrowDownloadRegular />} onClick={download}>
        {words('measures.export')}
      </Button>
    </>
  );
}
