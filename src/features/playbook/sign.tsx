/** May this tool be used: a sign and a word on a quiet ground, never colour alone. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  sign: {
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalXS,
    padding: `1px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    background: tokens.colorNeutralBackground3,
  },
  allowed: {
    color: tokens.colorStatusSuccessForeground1,
    background: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  withConditions: {
    color: tokens.colorStatusWarningForeground1,
    background: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  undecided: {},
  notAllowed: {
    color: tokens.colorStatusDangerForeground1,
    background: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
});

type Verdict = 'allowed' | 'withConditions' | 'undecided' | 'notAllowed';

export function Sign({ verdict, text }: { verdict: Verdict; text: string }) {
  const styles = useStyles();
  return <span className={mergeClasses(styles.sign, styles[verdict])}>{text}</span>;
}
