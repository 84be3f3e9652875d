/** A verdict as its sign and its word on a quiet ground; the colour repeats what they say. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Cell } from './contract.ts';

export const useToneStyles = makeStyles({
  neutral: { background: tokens.colorNeutralBackground3, border: `1px solid ${tokens.colorNeutralStroke1}` },
  info: { background: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke2}` },
  good: { background: tokens.colorStatusSuccessBackground1, border: `1px solid ${tokens.colorStatusSuccessBorder1}` },
  warning: {
    background: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  danger: { background: tokens.colorStatusDangerBackground1, border: `1px solid ${tokens.colorStatusDangerBorder1}` },
});

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'start',
    maxWidth: '100%',
    boxSizing: 'border-box',
  },
  large: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  sign: { fontWeight: tokens.fontWeightBold, minWidth: '1ch', flex: 'none' },
});

type Look = Pick<Cell, 'sign' | 'word' | 'tone'>;

export function Mark({ look: { sign, word, tone }, isLarge = false }: { look: Look; isLarge?: boolean }) {
  const styles = useStyles();
  const tones = useToneStyles();
  return (
    <span className={mergeClasses(styles.mark, tones[tone], isLarge && styles.large)}>
      <span aria-hidden className={styles.sign}>
        {sign}
      </span>
      {word}
    </span>
  );
}
