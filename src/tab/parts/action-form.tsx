/** The form of one action: its fields, what it will change, and the one button that does it. */
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ItemAction } from '../../core/work-item.ts';
import type { ApiError } from '../api.ts';
import { useWords } from '../words.ts';
import { beginning, bodyOf, missingFields, seenFields } from './action-values.ts';
import { ActionInput } from './field.tsx';
import type { Ran } from './open-item.ts';
import { Foreseen } from './preview.tsx';
import { sentenceOf } from './states.tsx';
import type { Draft, OpenItem } from './work.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground2,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly item: OpenItem;
  readonly action: ItemAction;
  /** What was typed before, if anything. */
  readonly draft: Draft | undefined;
  /** Opened by a press: then its first field takes the focus. */
  readonly takesFocus: boolean;
  readonly isRunning: boolean;
  onDraft(draft: Draft): void;
  act(values: Draft): Promise<Ran>;
  /** Left out: this form is always there. */
  onClose?: (() => void) | undefined;
}

export function ActionForm({ item, action, draft, takesFocus, isRunning, onDraft, act, onClose }: Props) {
  const words = useWords();
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Draft>(draft ?? beginning(action));
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<ApiError>();
  const missing = missingFields(action, values);
  useEffect(() => {
    if (takesFocus) focusFirst(form.current, 'input, textarea, select, button');
  }, [takesFocus]);

  const change = (name: string, value: string) => {
    const next = { ...values, [name]: value };
    setValues(next);
    setProblem(undefined);
    onDraft(next);
  };
  const submit = async (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0) return focusFirst(form.current, `[name="${missing[0]?.name}"]`);
    const ran = await act(values);
    if (ran.kind === 'refused') setProblem(ran.error);
  };
  const problemAt = (name: string): string | undefined =>
    problem?.fields.find(({ path }) => path === name)?.message ??
    (isTried && missing.some((field) => field.name === name) ? words('work.required') : undefined);

  // "Cancel" beside "Cancel this session" could be either.
  const isDanger = action.look === 'danger';
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={action.label}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit(event)}
    >
      {seenFields(action, values).map((field) => (
        <ActionInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          problem={problemAt(field.name)}
          onChange={(value) => change(field.name, value)}
        />
      ))}
      {action.hasPreview && (
        <Foreseen item={item} event={action.event} body={missing.length > 0 ? undefined : bodyOf(action, values)} />
      )}
      {problem && !isAtField(problem, action) && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {problem.code === 'offline' ? words('work.notSent') : sentenceOf(problem, words)}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isRunning}>
          {isRunning ? words('work.running') : action.label}
        </Button>
        {onClose && <Button onClick={onClose}>{words(isDanger ? 'work.leave' : 'work.cancel')}</Button>}
      </div>
    </form>
  );
}

const isAtField = ({ fields }: ApiError, action: ItemAction): boolean =>
  fields.length > 0 && fields.every(({ path }) => action.fields.some(({ name }) => name === path));

function focusFirst(form: HTMLFormElement | null, which: string): void {
  form?.querySelector<HTMLElement>(which)?.focus();
}
