/** One scenario in a list: how it helps, for whom, and whether its tool may be used now. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useWords } from '../../tab/words.ts';
import type { ScenarioLine } from './contract.ts';
import { Sign } from './sign.tsx';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    alignContent: 'start',
    height: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    ':hover': { background: tokens.colorNeutralBackground1Hover },
    ':focus-within': { border: `1px solid ${tokens.colorStrokeFocus2}` },
  },
  start: { borderLeft: `4px solid ${tokens.colorBrandStroke1}`, height: 'auto' },
  note: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    '& a': { color: tokens.colorNeutralForeground1, textDecoration: 'none' },
    '& a:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '& a::after': { content: '""', position: 'absolute', inset: 0 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
});

export function ScenarioCard({ line, note }: { line: ScenarioLine; note?: string }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <article className={mergeClasses(styles.card, note !== undefined && styles.start)}>
      {note && (
        <Text size={200} className={styles.note}>
          {note}
        </Text>
      )}
      <h2 className={styles.title}>
        <Link href={`/playbook/s/${line.id}`}>{line.title}</Link>
      </h2>
      <Text>{line.helpsYou}</Text>
      <Text size={200} className={styles.quiet}>
        {line.forLine}
      </Text>
      {line.badge !== '' && (
        <Text size={200} weight="semibold">
          {line.badge}
        </Text>
      )}
      <div className={styles.foot}>
        <Sign verdict={line.tool.verdict} text={line.tool.word} />
        <Text size={200} className={styles.quiet}>
          {words('playbook.toolWithData', { tool: line.tool.name, data: line.dataClass })}
        </Text>
      </div>
    </article>
  );
}
