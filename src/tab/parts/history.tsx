/** Who did what with an item and when, the newest first. */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { WorkItem } from '../../core/work-item.ts';
import { useWords } from '../words.ts';
import { useWhens } from './when.ts';

type Entry = WorkItem['history'][number];

const useStyles = makeStyles({
  summary: {
    ...typographyStyles.subtitle2,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: { listStyle: 'none', margin: `${tokens.spacingVerticalS} 0 0`, padding: 0 },
  entry: {
    position: 'relative',
    padding: `0 0 ${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export const newestFirst = (history: readonly Entry[]): Entry[] =>
  history.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));

export function History({ history }: Pick<WorkItem, 'history'>) {
  const words = useWords();
  const styles = useStyles();
  const { near, exact } = useWhens();
  if (history.length === 0) return undefined;
  return (
    <details>
      <summary className={styles.summary}>{words('work.history', { count: history.length })}</summary>
      <ol className={styles.list}>
        {newestFirst(history).map(({ at, who, what, detail }) => (
          <li key={`${at}${what}${who}`} className={styles.entry}>
            <div>{words('work.whoWhat', { who, what })}</div>
            {detail && <div>{detail}</div>}
            <time dateTime={at} className={styles.small}>
              {near(at)} · {exact(at)}
            </time>
          </li>
        ))}
      </ol>
    </details>
  );
}
