/** The rule for going on, item by item: what is as it should be, and what is not in one sentence. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, DismissCircleRegular } from '@fluentui/react-icons';
import { useWords } from '../../tab/words.ts';
import type { Cockpit } from './contract.ts';
import { usePilotStyles } from './pilot-parts.tsx';

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '1.5rem minmax(0, 1fr)', alignItems: 'start' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
});

export function Checklist({ lines }: { lines: Cockpit['checklist'] }) {
  const words = useWords();
  const styles = useStyles();
  const shared = usePilotStyles();
  return (
    <ul className={shared.plain}>
      {lines.map(({ item, title, ok, detail }) => (
        <li key={item} className={styles.line}>
          {ok ? (
            <CheckmarkCircleRegular className={styles.good} fontSize={20} aria-label={words('pilot.ok')} />
          ) : (
            <DismissCircleRegular className={styles.bad} fontSize={20} aria-label={words('pilot.notOk')} />
          )}
          <span>
            {ok ? title : detail || title}
            {ok && detail && <span className={shared.quiet}> {detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
