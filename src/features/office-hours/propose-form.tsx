/** A topic proposed: one line, and whether it is a question or something to show. */
import { Button, Field, Input, makeStyles, Radio, RadioGroup, Switch, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { type OpenSession, problemAt, usePress } from './hours-press.tsx';
import { useKept } from './kept.tsx';

const maxTitle = 120;

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  kinds: { flexWrap: 'wrap' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  open: { justifySelf: 'start' },
});

interface Props {
  readonly session: OpenSession;
  readonly show: (session: OpenSession) => unknown;
}

export function ProposeForm(props: Props) {
  const styles = useStyles();
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  if (isOpen) return <Form {...props} close={close} />;
  return (
    <div ref={opener} className={styles.open}>
      <Button icon={<AddRegular />} onClick={() => setOpen(true)}>
        {words('hours.propose')}
      </Button>
    </div>
  );
}

const fresh = () => ({ title: '', kind: 'question', isNamed: true });

function Form({ session, show, close }: Props & { close: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const { typed, change, forget } = useKept(`topic/${session.id}`, fresh);
  const { press, isRunning, error } = usePress(session.id, show);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await press('propose', typed))) return;
    forget();
    close();
  };
  const problem = problemAt(error, 'title');
  return (
    <form className={styles.form} noValidate aria-label={words('hours.propose')} onSubmit={send}>
      <Field
        label={words('hours.topic')}
        required
        {...(problem ? { validationMessage: problem, validationState: 'error' } : {})}
      >
        <Input
          input={{ ref: first }}
          value={typed.title}
          maxLength={maxTitle}
          placeholder={words('hours.topicHint')}
          onChange={(_, { value }) => change({ title: value })}
        />
      </Field>
      <Field label={words('hours.topicKind')}>
        <RadioGroup
          className={styles.kinds}
          layout="horizontal"
          value={typed.kind}
          onChange={(_, { value }) => change({ kind: value })}
        >
          <Radio value="question" label={words('hours.kind.question')} />
          <Radio value="show" label={words('hours.kind.show')} />
        </RadioGroup>
      </Field>
      <Switch
        checked={typed.isNamed}
        label={words('hours.named')}
        onChange={(_, { checked }) => change({ isNamed: checked })}
      />
      {error && !problem && <Failed error={error} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isRunning}>
          {words('hours.proposeIt')}
        </Button>
        <Button onClick={close}>{words('work.cancel')}</Button>
      </div>
    </form>
  );
}
