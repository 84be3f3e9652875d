/** A form that is typed and then sent as a whole: what is wrong with it stands beside its fields until they change, and nothing typed is lost. */
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useWords } from '../words.ts';
import { type Problems, useProblems } from './problems.ts';
import { sentenceOf } from './states.tsx';
import { isOvertaken } from './work.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    maxWidth: '44rem',
  },
  start: { justifySelf: 'start' },
});

export interface Sending<T> {
  readonly begin: T;
  readonly send: (typed: T) => Promise<void>;
  /** Asks for what is stored now, where somebody was faster. */
  readonly again?: (() => Promise<unknown>) | undefined;
  /** The paths of problems that are gone when this field is another text; left out, its own name. */
  readonly pathsOf?: (name: string) => readonly string[];
}

export interface Typed<T> {
  readonly typed: T;
  readonly problems: Problems['fields'];
  change(part: Partial<T>): void;
  /** For the frame around the fields. */
  readonly frame: Pick<Problems, 'error' | 'isOpen' | 'fields'> & {
    readonly isRunning: boolean;
    submit(event: FormEvent): Promise<void>;
  };
}

export function useTyped<T extends object>({ begin, send, again, pathsOf = (name) => [name] }: Sending<T>): Typed<T> {
  const [typed, setTyped] = useState(begin);
  const [isRunning, setRunning] = useState(false);
  const { error, fields, isOpen, failed, clear, mend } = useProblems();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRunning(true);
    clear();
    try {
      await send(typed);
    } catch (thrown) {
      const problem = failed(thrown);
      setRunning(false);
      if (isOvertaken(problem)) await again?.();
    }
  };
  return {
    typed,
    problems: fields,
    change(part) {
      mend(Object.keys(part).flatMap(pathsOf));
      setTyped((before) => ({ ...before, ...part }));
    },
    frame: { error, isOpen, fields, isRunning, submit },
  };
}

interface Props {
  readonly frame: Typed<object>['frame'];
  /** What the button says, and what the form is for. */
  readonly go: string;
  readonly children: ReactNode;
}

export function TypedForm({ frame: { error, isOpen, fields, isRunning, submit }, go, children }: Props) {
  const words = useWords();
  const styles = useStyles();
  return (
    <form className={styles.form} noValidate aria-label={go} onSubmit={submit}>
      {children}
      {isOpen && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {fields.length > 0 ? words('work.lookAtFields') : sentenceOf(error, words)} {words('work.keptTyped')}
          </MessageBarBody>
        </MessageBar>
      )}
      <Button className={styles.start} type="submit" appearance="primary" disabledFocusable={isRunning}>
        {isRunning ? words('work.running') : go}
      </Button>
    </form>
  );
}
