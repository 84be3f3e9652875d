/** One measure: its figures as bars or numbers, the same as a table, what each rests on, and how it is counted. */
import { makeStyles, mergeClasses, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';
import type { LineShown, MeasureShown } from './contract.ts';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    alignContent: 'start',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  lines: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  line: { display: 'grid', gap: tokens.spacingVerticalXXS },
  row: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  value: { fontWeight: tokens.fontWeightSemibold },
  first: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  track: {
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    background: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
  },
  bar: {
    height: '100%',
    background: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { background: 'Highlight', forcedColorAdjust: 'none' },
  },
  fold: {
    '& > summary': { cursor: 'pointer', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  },
  folds: { display: 'grid', gap: tokens.spacingVerticalXS },
  table: { borderCollapse: 'collapse', width: '100%', fontSize: tokens.fontSizeBase200 },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
  },
});

export function MeasureCard({ measure: { title, lines, estimate, how } }: { measure: MeasureShown }) {
  const words = useWords();
  const styles = useStyles();
  const isShown = lines.some(({ value }) => value !== '');
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.lines}>
        {lines.map((line, at) => (
          <Figure key={line.label} line={line} isFirst={at === 0} />
        ))}
      </ul>
      {estimate !== '' && <Text className={styles.quiet}>{estimate}</Text>}
      <div className={styles.folds}>
        {isShown && (
          <details className={styles.fold}>
            <summary>{words('measures.table')}</summary>
            <Table title={title} lines={lines} />
          </details>
        )}
        <details className={styles.fold}>
          <summary>{words('measures.how')}</summary>
          <Text size={200}>{how}</Text>
        </details>
      </div>
    </section>
  );
}

/** A share is a bar as well; the number beside it says the same to whoever sees no bar. */
function Figure({ line: { label, value, share, nLine, reason }, isFirst }: { line: LineShown; isFirst: boolean }) {
  const styles = useStyles();
  return (
    <li className={styles.line}>
      <div className={styles.row}>
        <Text>{label}</Text>
        {value !== '' && <span className={mergeClasses(styles.value, isFirst && styles.first)}>{value}</span>}
      </div>
      {share !== undefined && (
        <div className={styles.track} aria-hidden="true">
          <div className={styles.bar} style={{ width: `${share}%` }} />
        </div>
      )}
      {nLine !== '' && <span className={styles.quiet}>{nLine}</span>}
      {reason !== '' && <span className={styles.quiet}>{reason}</span>}
    </li>
  );
}

function Table({ title, lines }: { title: string; lines: readonly LineShown[] }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={title}>
      <thead>
        <tr>
          {(['figure', 'value', 'restsOn'] as const).map((name) => (
            <th key={name} scope="col" className={styles.cell}>
              {words(`measures.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, value, nLine, reason }) => (
          <tr key={label}>
            <th scope="row" className={styles.cell}>
              {label}
            </th>
            <td className={styles.cell}>{value === '' ? words('measures.hidden') : value}</td>
            <td className={styles.cell}>{reason === '' ? nLine : reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
