/** The measures as they were when it was decided: figures of the group with what they rest on, or why there is none. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';

interface Line {
  readonly label: string;
  readonly value: string;
  readonly nLine: string;
  readonly reason: string;
}

interface Measure {
  readonly id: string;
  readonly title: string;
  readonly isMain: boolean;
  readonly lines: readonly Line[];
}

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', '& caption': { textAlign: 'start' } },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** `evidence` was frozen by whatever counted then: what is not there is not shown. */
export function Evidence({ evidence }: { evidence: unknown }) {
  const words = useWords();
  const styles = useStyles();
  const rows = measuresIn(evidence)
    .filter(({ isMain }) => isMain)
    .flatMap(({ id, title, lines }) =>
      lines.map(({ label, value, nLine, reason }) => ({
        key: `${id}${label}`,
        name: label === '' || label === title ? title : `${title}: ${label}`,
        value: value || reason,
        nLine,
      })),
    );
  if (rows.length === 0) return <p className={styles.quiet}>{words('pilot.noFigures')}</p>;
  return (
    <table className={styles.table}>
      <caption className={styles.quiet}>{words('pilot.figures')}</caption>
      <tbody>
        {rows.map(({ key, name, value, nLine }) => (
          <tr key={key}>
            <th scope="row" className={styles.cell}>
              {name}
            </th>
            <td className={styles.cell}>
              {value}
              {nLine && <div className={styles.quiet}>{nLine}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function measuresIn(evidence: unknown): Measure[] {
  const { measures } = Object(evidence) as { measures?: unknown };
  return Array.isArray(measures) ? measures.filter(isMeasure) : [];
}

const isMeasure = (one: unknown): one is Measure => {
  const { id, title, lines } = Object(one) as Record<string, unknown>;
  return typeof id === 'string' && typeof title === 'string' && Array.isArray(lines) && lines.every(isLine);
};

const isLine = (line: unknown): line is Line =>
  ['label', 'value', 'nLine', 'reason'].every((name) => typeof Object(line)[name] === 'string');
