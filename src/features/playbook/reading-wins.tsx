/** Measured stories of a scenario, and the form of a new one for whoever may tell it. */
import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useApi, useData, useRefresh } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';

interface Win {
  readonly id: string;
  readonly story: string;
  readonly minutes: string;
  readonly basis: string;
  readonly by: string;
  readonly state: string;
}

interface Start {
  readonly mayWrite: boolean;
  readonly minutes: string;
  /** Why there is nothing to tell yet. */
  readonly missing: string;
  /** A first sentence. */
  readonly story: string;
}

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start', maxWidth: '48rem' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  win: { display: 'grid', gap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  form: { display: 'grid', gap: tokens.spacingVerticalS, width: '100%', justifyItems: 'start' },
  field: { width: '100%' },
});

export function ReadingWins({ id }: { id: string }) {
  const words = useWords();
  const styles = useStyles();
  const { me } = useReader();
  const { data } = useData<{ items: readonly Win[] }>(`/api/wins?scenarioId=${encodeURIComponent(id)}`);
  const { data: start } = useData<Start>(me.grants.length > 0 ? `/api/scenarios/${id}/win` : undefined);
  const wins = data?.items ?? [];
  if (wins.length === 0 && !start?.mayWrite) return undefined;
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{words('playbook.wins')}</h2>
      {wins.map((win) => (
        <div key={win.id} className={styles.win}>
          <Link href={`/community/wins/${win.id}`}>{win.minutes}</Link>
          <Text>{win.story}</Text>
          <Text size={200} className={styles.quiet}>
            {[win.basis, win.by, win.state].filter(Boolean).join(' · ')}
          </Text>
        </div>
      ))}
      {start?.missing && (
        <Text size={200} className={styles.quiet}>
          {start.missing}
        </Text>
      )}
      {start?.mayWrite && start.missing === '' && <NewWin id={id} start={start} />}
    </section>
  );
}

/** Opened at once by a link with `?win=new`. */
function NewWin({ id, start }: { id: string; start: Start }) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const refresh = useRefresh();
  const [query] = useSearchParams();
  const isAsked = query.get('win') === 'new';
  const [story, setStory] = useState(isAsked ? start.story : undefined);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  const [error, setError] = useState<unknown>();
  const [note, setNote] = useState('');
  async function save(text: string): Promise<void> {
    setError(undefined);
    try {
      const made = await api.send<{ note?: string }>('/api/wins', { body: { scenarioId: id, story: text } });
      setNote(made.note ?? '');
      setStory(undefined);
      await refresh('/api/wins');
    } catch (failed) {
      setError(failed);
    }
  }
  return (
    <>
      {note !== '' && (
        <MessageBar intent="success">
          <MessageBarBody>{note}</MessageBarBody>
        </MessageBar>
      )}
      {story === undefined ? (
        <Button onClick={() => setStory(start.story)}>{words('playbook.tellWin')}</Button>
      ) : (
        <div className={styles.form}>
          <Text>{start.minutes}</Text>
          <Field label={words('playbook.winStory')} className={styles.field}>
            <Textarea
              textarea={{ ref: field }}
              maxLength={600}
              value={story}
              onChange={(_, data) => setStory(data.value)}
            />
          </Field>
          {error !== undefined && <Failed error={error} />}
          <Button appearance="primary" disabledFocusable={story.trim() === ''} onClick={() => save(story)}>
            {words('playbook.saveWin')}
          </Button>
        </div>
      )}
    </>
  );
}
