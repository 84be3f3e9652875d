/** The prompt as it becomes while one types: what is filled in stands out, what is open shows its name. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';
import type { PromptReading } from './contract.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  filled: {
    fontWeight: tokens.fontWeightSemibold,
    background: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  open: { fontStyle: 'italic', border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`, padding: '0 2px' },
});

export function PromptText({ prompt, values }: { prompt: PromptReading; values: Readonly<Record<string, string>> }) {
  const words = useWords();
  const styles = useStyles();
  const labels = new Map(prompt.variables.map(({ name, label }) => [name, label]));
  const parts = prompt.text.split(/\{\{(\w+)\}\}/);
  return (
    <section className={styles.box} aria-label={words('playbook.preview')}>
      <h3 className={styles.heading}>{words('playbook.preview')}</h3>
      <div className={styles.text}>
        {parts.map((part, at) => {
          // Every second part is the name of a variable.
          const key = `${at}`;
          if (at % 2 === 0) return part;
          return values[part] ? (
            <span key={key} className={styles.filled}>
              {values[part]}
            </span>
          ) : (
            <span key={key} className={styles.open}>
              {labels.get(part) ?? part}
            </span>
          );
        })}
      </div>
    </section>
  );
}
