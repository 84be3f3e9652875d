/** When an item is due: late in words, near in words, exact for whoever points at it or reads the item. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { WorkLine } from '../../core/work-item.ts';
import { useWords } from '../words.ts';
import type { Whens } from './when.ts';

const useStyles = makeStyles({
  due: { whiteSpace: 'nowrap' },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly line: Pick<WorkLine, 'dueAt' | 'isLate'>;
  readonly whens: Whens;
  readonly isWhole?: boolean;
}

export function Due({ line: { dueAt, isLate }, whens, isWhole = false }: Props) {
  const words = useWords();
  const styles = useStyles();
  if (!dueAt) return undefined;
  const exact = whens.exact(dueAt);
  const isAhead = new Date(dueAt).getTime() > whens.now;
  const values = { near: whens.near(dueAt), exact };
  const text = isLate
    ? words(isAhead ? 'work.lateExact' : 'work.late', values)
    : words(isAhead ? 'work.due' : 'work.dueExact', values);
  return (
    <time dateTime={dueAt} title={exact} className={mergeClasses(!isWhole && styles.due, isLate && styles.late)}>
      {text}
      {isWhole && isAhead !== isLate ? ` · ${exact}` : ''}
    </time>
  );
}
