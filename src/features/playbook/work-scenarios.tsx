/** What belongs to a workflow, those on the way as well, in the order of its steps. */
import { Link as Looks, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useWords } from '../../tab/words.ts';
import { type OpenWork, Part } from './work-page.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function WorkScenarios({ work: { scenarios } }: { work: OpenWork }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <Part title={words('playbook.scenarios')}>
      {scenarios.length === 0 && <Text className={styles.quiet}>{words('workflow.noScenarios')}</Text>}
      <ul className={styles.list}>
        {scenarios.map(({ id, title, word }) => (
          <li key={id}>
            <Link href={`/review/scenarios/${id}`} asChild>
              <Looks inline>{title}</Looks>
            </Link>{' '}
            <span className={styles.quiet}>{word}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
