/** A question about this scenario, in one field; what it is about goes along by itself. */
import {
  Button,
  Field,
  Link as Looks,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Select,
  Switch,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { ApiError, useApi } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    maxWidth: '40rem',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    background: tokens.colorNeutralBackground1,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface About {
  readonly scenarioId: string;
  readonly toolId: string;
  readonly dataClassId: string;
}

const urgencies = ['normal', 'today', 'mistakeHappened'] as const;
type Urgency = (typeof urgencies)[number];

export function FlagForm({ about, close }: { about: About; close: () => void }) {
  const words = useWords();
  const styles = useStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  const [question, setQuestion] = useState('');
  const [urgency, setUrgency] = useState<Urgency>('normal');
  const [anonymous, setAnonymous] = useState(false);
  const { send, error, isBusy, isSent } = useFlag({ ...about, question, urgency, anonymous });
  useEffect(() => field.current?.focus(), []);
  const isDecided = error instanceof ApiError && error.code === 'already_decided';
  if (isSent) return <Sent close={close} />;
  const wrong = error instanceof ApiError ? error.fields.find(({ path }) => path === 'question')?.message : undefined;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(isDecided);
      }}
    >
      <h2 className={styles.heading}>{words('playbook.flagHeading')}</h2>
      <Text>{words('playbook.flagIntro')}</Text>
      <Field label={words('playbook.flagQuestion')} required {...(wrong ? { validationMessage: wrong } : {})}>
        <Textarea textarea={{ ref: field }} value={question} rows={3} onChange={(_, { value }) => setQuestion(value)} />
      </Field>
      <Field label={words('playbook.flagUrgency')}>
        <Select
          value={urgency}
          onChange={(_, { value }) => setUrgency(urgencies.find((each) => each === value) ?? 'normal')}
        >
          {urgencies.map((each) => (
            <option key={each} value={each}>
              {words(`playbook.urgency.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Switch
        checked={anonymous}
        label={words('playbook.flagAnonymous')}
        onChange={(_, { checked }) => setAnonymous(checked)}
      />
      {error !== undefined && wrong === undefined && <Failed error={error} />}
      {isDecided && (
        <Link href="/tools" asChild>
          <Looks>{words('playbook.flagSeeDecisions')}</Looks>
        </Link>
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {isDecided ? words('playbook.flagAnyway') : words('playbook.flagSend')}
        </Button>
        <Button onClick={close}>{words('playbook.cancel')}</Button>
      </div>
    </form>
  );
}

/** The one place from which this page sends a flag. */
function useFlag(flag: About & { question: string; urgency: Urgency; anonymous: boolean }) {
  const api = useApi();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [isSent, setSent] = useState(false);
  /** `anyway`: although it was decided before. */
  async function send(anyway: boolean) {
    setBusy(true);
    try {
      await api.send('/api/flags', { body: { ...flag, ...(anyway ? { anyway } : {}) } });
      setError(undefined);
      setSent(true);
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  }
  return { send, error, isBusy, isSent };
}

function Sent({ close }: { close: () => void }) {
  const words = useWords();
  return (
    <MessageBar intent="success" layout="multiline" role="status">
      <MessageBarBody>{words('playbook.flagSent')}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={close}>{words('playbook.close')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
