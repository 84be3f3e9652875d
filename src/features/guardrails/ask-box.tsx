/** "Can I use?": one box for tool and data in free words, with the answer that the card gives in a chat. */
import { Button, Field, Input, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { type FormEvent, useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { useApi } from '../../tab/api.ts';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { AnswerCard } from './answer-card.tsx';
import type { VerdictReply } from './contract.ts';
import { Buttons, Panel } from './parts.tsx';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    maxWidth: '44rem',
    '@media (max-width: 599px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  input: { width: '100%', minWidth: 0 },
  answers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(20rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  live: { display: 'grid', gap: tokens.spacingVerticalM },
});

const examples = ['first', 'second', 'third'] as const;

type Asking =
  | { kind: 'idle' }
  | { kind: 'waiting' }
  | { kind: 'answered'; reply: VerdictReply }
  | { kind: 'failed'; error: unknown };

/** `?q=` of the page's address is asked at once, so that an answer can be linked to. */
export function AskBox() {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const linked = new URLSearchParams(useSearch()).get('q') ?? '';
  const [text, setText] = useState(linked);
  const [asking, setAsking] = useState<Asking>({ kind: 'idle' });

  async function ask(query: string) {
    setAsking({ kind: 'waiting' });
    setAsking(
      await api.get<VerdictReply>(`/api/verdict?${query}`).then(
        (reply) => ({ kind: 'answered', reply }) as const,
        (error: unknown) => ({ kind: 'failed', error }) as const,
      ),
    );
  }
  const askWords = (q: string) => ask(`${new URLSearchParams({ q: q.slice(0, 400) })}`);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a link is asked once, not at each render
  useEffect(() => {
    if (linked) void askWords(linked);
  }, [linked]);

  function submit(event: FormEvent) {
    event.preventDefault();
    void askWords(text);
  }

  return (
    <Panel>
      <search>
        <form onSubmit={submit} className={styles.form}>
          <Field label={words('tools.ask')} size="large">
            <Input
              value={text}
              onChange={(_, data) => setText(data.value)}
              contentBefore={<SearchRegular aria-hidden />}
              placeholder={words('tools.askPlaceholder')}
              type="search"
              className={styles.input}
              input={{ className: styles.input }}
              maxLength={400}
            />
          </Field>
          <Button appearance="primary" size="large" type="submit">
            {words('tools.askButton')}
          </Button>
        </form>
      </search>
      <div aria-live="polite" className={styles.live}>
        {asking.kind === 'idle' && (
          <Buttons>
            {examples.map((each) => (
              <Button
                key={each}
                size="small"
                shape="circular"
                onClick={() => {
                  setText(words(`tools.example.${each}`));
                  void askWords(words(`tools.example.${each}`));
                }}
              >
                {words(`tools.example.${each}`)}
              </Button>
            ))}
          </Buttons>
        )}
        {asking.kind === 'waiting' && <Loading />}
        {asking.kind === 'failed' && <Failed error={asking.error} retry={() => askWords(text)} />}
        {asking.kind === 'answered' && asking.reply.note !== '' && (
          <MessageBar layout="multiline">
            <MessageBarBody>{asking.reply.note}</MessageBarBody>
          </MessageBar>
        )}
        {asking.kind === 'answered' && asking.reply.answers.length > 0 && (
          <div className={styles.answers}>
            {asking.reply.answers.map((answer) => (
              <AnswerCard
                key={`${answer.toolId}/${answer.dataClassId}`}
                answer={answer}
                askOther={(tool) => ask(`${new URLSearchParams({ tool, dataClass: answer.dataClassId })}`)}
              />
            ))}
          </div>
        )}
      </div>
    </Panel>
  );
}
