/** What differs between two texts, field by field: what was and what is, side by side where there is room. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';
import type { DifferenceLine } from './edit-contract.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0 },
  label: { fontWeight: tokens.fontWeightSemibold },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(16rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  side: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  word: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  plain: { textDecoration: 'none' },
});

export function Difference({ lines }: { lines: readonly DifferenceLine[] }) {
  const words = useWords();
  const styles = useStyles();
  if (lines.length === 0) return <Text>{words('draft.noDifference')}</Text>;
  return (
    <dl className={styles.list}>
      {lines.map(({ path, label, before, after }) => (
        <div key={path}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.sides}>
            {before !== '' && (
              <div className={styles.side}>
                <span className={styles.word}>{words('draft.before')}</span>
                <del className={styles.plain}>{before}</del>
              </div>
            )}
            {after !== '' && (
              <div className={styles.side}>
                <span className={styles.word}>{words('draft.after')}</span>
                <ins className={styles.plain}>{after}</ins>
              </div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
