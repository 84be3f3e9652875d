/** The recap as its host writes it: what became of each topic, notes, how many came, what came up besides. */
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  ProgressBar,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { HostingProps } from './hosting.tsx';
import { type Line, Lines } from './hosting-lines.tsx';
import { recapKey } from './hosting-typed.tsx';
import { problemAt, usePress } from './hours-press.tsx';
import { useKept } from './kept.tsx';
import type { RecapBody, SessionHosting } from './session-contract.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  topic: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  choices: { flexWrap: 'wrap' },
  heads: { maxWidth: '12rem' },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const becomings = ['settled', 'tryIt', 'needsDecision', 'nextTime'] as const;
type Becoming = (typeof becomings)[number];

interface Typed {
  readonly becomes: Readonly<Record<string, Becoming>>;
  readonly notes: string;
  readonly attendance: string;
  readonly lines: readonly Line[];
}

const fresh = (): Typed => ({ becomes: {}, notes: '', attendance: '', lines: [] });

type Asked = NonNullable<SessionHosting['recap']>;

export function RecapForm({ session, show, again, asked }: HostingProps & { asked: Asked }) {
  const styles = useStyles();
  const words = useWords();
  const { typed, change, forget } = useKept(recapKey(session.id), fresh);
  const { press, isRunning, error } = usePress(session.id, show);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await press('recap', bodyOf(typed), session.version)) forget();
    else await again();
  };
  const problem = (path: string) => {
    const message = problemAt(error, path);
    return message ? ({ validationMessage: message, validationState: 'error' } as const) : {};
  };
  return (
    <form className={styles.form} noValidate aria-label={words('hours.recap')} onSubmit={send}>
      <h3 className={styles.heading}>{words('hours.recap')}</h3>
      <Topics asked={asked} typed={typed} change={change} />
      <Field label={words('hours.notes')} hint={words('hours.notesHint')} {...problem('notes')}>
        <Textarea
          value={typed.notes}
          rows={4}
          resize="vertical"
          onChange={(_, { value }) => change({ notes: value })}
        />
      </Field>
      <Field className={styles.heads} label={words('hours.heads')} {...problem('attendance')}>
        <Input
          type="number"
          min={0}
          value={typed.attendance}
          onChange={(_, { value }) => change({ attendance: value })}
        />
      </Field>
      <Lines lines={typed.lines} asked={asked} problem={problem} change={(lines) => change({ lines })} />
      {error && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {sentenceOf(error, words)} {words('work.keptTyped')}
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isRunning}>
          {words('hours.sendRecap')}
        </Button>
        <Nothing
          isRunning={isRunning}
          close={async () => {
            if (await press('nothingToRecord', {}, session.version)) forget();
            else await again();
          }}
        />
      </div>
    </form>
  );
}

const bodyOf = ({ becomes, notes, attendance, lines }: Typed): RecapBody => ({
  topics: Object.entries(becomes).map(([topicId, each]) => ({ topicId, becomes: each })),
  notes,
  ...(attendance.trim() === '' ? {} : { attendance }),
  lines: lines.filter(({ text }) => text.trim() !== '').map(({ key: _, ...line }) => line),
});

interface TopicsProps {
  readonly asked: Asked;
  readonly typed: Typed;
  readonly change: (part: Partial<Typed>) => void;
}

/** How far one is stands above: what is left open is kept for the next time. */
function Topics({ asked: { topics }, typed: { becomes }, change }: TopicsProps) {
  const styles = useStyles();
  const words = useWords();
  if (topics.length === 0) return <Text className={styles.quiet}>{words('hours.noTopicsToSettle')}</Text>;
  const done = topics.filter(({ id }) => becomes[id]).length;
  return (
    <>
      <Field hint={words('hours.recapProgress', { done, of: topics.length })}>
        <ProgressBar aria-label={words('hours.recapProgressName')} value={done} max={topics.length} />
      </Field>
      {topics.map(({ id, name }) => (
        <div key={id} className={styles.topic}>
          <Field label={name}>
            <RadioGroup
              className={styles.choices}
              layout="horizontal"
              value={becomes[id] ?? ''}
              onChange={(_, { value }) => {
                const chosen = becomings.find((each) => each === value);
                if (chosen) change({ becomes: { ...becomes, [id]: chosen } });
              }}
            >
              {becomings.map((each) => (
                <Radio key={each} value={each} label={words(`hours.becomes.${each}`)} />
              ))}
            </RadioGroup>
          </Field>
        </div>
      ))}
    </>
  );
}

/** Closes it for good, so it takes a second press. */
function Nothing({ isRunning, close }: { isRunning: boolean; close: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const [isSure, setSure] = useState(false);
  if (!isSure) return <Button onClick={() => setSure(true)}>{words('hours.nothing')}</Button>;
  return (
    <>
      <Text className={styles.quiet}>{words('hours.nothingSure')}</Text>
      <Button disabledFocusable={isRunning} onClick={close}>
        {words('hours.nothingYes')}
      </Button>
      <Button onClick={() => setSure(false)}>{words('work.cancel')}</Button>
    </>
  );
}
