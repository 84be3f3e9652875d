/** A state as a word in a quiet frame; its colour repeats what the word says. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { WorkLine } from '../../core/work-item.ts';

const useStyles = makeStyles({
  base: {
    display: 'inline-block',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    maxWidth: '100%',
    boxSizing: 'border-box',
  },
  neutral: { color: tokens.colorNeutralForeground2, background: tokens.colorNeutralBackground3 },
  info: {
    color: tokens.colorBrandForeground2,
    background: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  good: {
    color: tokens.colorStatusSuccessForeground1,
    background: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  warning: {
    color: tokens.colorStatusWarningForeground1,
    background: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  danger: {
    color: tokens.colorStatusDangerForeground1,
    background: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
});

export function Status({ status: { word, tone } }: Pick<WorkLine, 'status'>) {
  const styles = useStyles();
  return <span className={mergeClasses(styles.base, styles[tone])}>{word}</span>;
}
