/** How far a pilot is, as a quiet line of its weeks; what it says stands in words above it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PilotDetail } from './contract.ts';

const useStyles = makeStyles({
  line: { display: 'flex', gap: tokens.spacingHorizontalXXS, width: 'min(20rem, 100%)' },
  week: {
    flex: '1 1 0',
    height: '0.375rem',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    boxSizing: 'border-box',
  },
  over: { background: tokens.colorCompoundBrandBackground, border: `1px solid ${tokens.colorCompoundBrandBackground}` },
});

export function Weeks({ week: { number, of } }: { week: NonNullable<PilotDetail['week']> }) {
  const styles = useStyles();
  return (
    <div className={styles.line} aria-hidden>
      {Array.from({ length: of }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: weeks have no other name than their number.
        <div key={at} className={mergeClasses(styles.week, at < number && styles.over)} />
      ))}
    </div>
  );
}
