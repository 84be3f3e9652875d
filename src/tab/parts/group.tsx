/** Several controls under one heading. A field would give its name and id to each of them, so that only the first could be reached. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXS,
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXXS },
  hint: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    margin: 0,
  },
  problem: {
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    margin: 0,
  },
});

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
}

export function Group({ label, hint, problem, children }: Props) {
  const styles = useStyles();
  const about = useId();
  return (
    <fieldset className={styles.group} aria-describedby={about}>
      <legend className={styles.legend}>{label}</legend>
      {children}
      <div id={about}>
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        {hint && <p className={styles.hint}>{hint}</p>}
      </div>
    </fieldset>
  );
}
