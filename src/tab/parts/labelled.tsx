/** A field with what is wrong with it beside it. */
import { Field, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { WrongField } from '../api.ts';

const useStyles = makeStyles({
  field: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
});

interface LabelledProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly problems: readonly WrongField[];
  readonly children: ReactElement;
}

export function Labelled({ path, label, hint, required = false, problems, children }: LabelledProps) {
  const styles = useStyles();
  const problem = problems.find((each) => each.path === path || each.path.startsWith(`${path}.`))?.message;
  return (
    <Field
      className={styles.field}
      label={label}
      required={required}
      {...(hint ? { hint } : {})}
      {...(problem ? { validationMessage: problem, validationState: 'error' } : {})}
    >
      {children}
    </Field>
  );
}
