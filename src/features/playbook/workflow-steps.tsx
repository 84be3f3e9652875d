/** The steps of a workflow in their order; those with AI are marked by a word. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SparkleRegular } from '@fluentui/react-icons';
import { useWords } from '../../tab/words.ts';

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  ai: { color: tokens.colorNeutralForeground1, border: `1px solid ${tokens.colorBrandStroke1}` },
  word: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
});

interface Step {
  readonly order: number;
  readonly title: string;
  readonly isAiStep: boolean;
}

export function Steps({ steps }: { steps: readonly Step[] }) {
  const words = useWords();
  const styles = useStyles();
  return (
    <ol className={styles.steps}>
      {steps.map(({ order, title, isAiStep }) => (
        <li key={order} className={mergeClasses(styles.step, isAiStep && styles.ai)}>
          {isAiStep && <SparkleRegular aria-hidden />}
          <span>
            {order}. {title}
            {isAiStep && <span className={styles.word}> · {words('playbook.withAi')}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
