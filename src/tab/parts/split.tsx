/** A list with the opened item beside it; where there is no room for both, the item stands alone with a way back. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

const wide = '@media (min-width: 900px)';

const useStyles = makeStyles({
  split: { display: 'grid', gap: tokens.spacingHorizontalL, gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  both: { [wide]: { gridTemplateColumns: 'minmax(17rem, 5fr) minmax(0, 8fr)' } },
  pane: {
    minWidth: 0,
    [wide]: { overflowY: 'auto', maxHeight: 'max(24rem, calc(100dvh - var(--above, 12rem) - 1.5rem))' },
  },
  behind: { '@media (max-width: 899px)': { display: 'none' } },
});

export function Split({ list, item }: { list: ReactNode; item?: ReactNode }) {
  const styles = useStyles();
  const split = useRef<HTMLDivElement>(null);
  useRoom(split);
  return (
    <div ref={split} className={mergeClasses(styles.split, item !== undefined && styles.both)}>
      <div className={mergeClasses(styles.pane, item !== undefined && styles.behind)}>{list}</div>
      {item !== undefined && <div className={styles.pane}>{item}</div>}
    </div>
  );
}

/** How much stands above, so that each pane scrolls by itself in what is left; anything above may grow at any time. */
function useRoom(split: RefObject<HTMLDivElement | null>): void {
  const measure = () => {
    const above = (split.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    split.current?.style.setProperty('--above', `${Math.round(above)}px`);
  };
  const latest = useRef(measure);
  useEffect(() => latest.current());
  useEffect(() => {
    const watch = new ResizeObserver(() => latest.current());
    for (const part of split.current?.parentElement?.children ?? []) watch.observe(part);
    return () => watch.disconnect();
  }, [split]);
}

export const isWide = (): boolean => window.matchMedia('(min-width: 900px)').matches;
