/** Decisions in force with a search, for those who decide also the questions that are open, and what was replaced. */
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useDeferredValue, useState } from 'react';
import useSWRInfinite from 'swr/infinite';
import { useApi } from '../../tab/api.ts';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { useDays } from './cell-dialog.tsx';
import type { DecisionLine, DecisionList as Page } from './decision-contract.ts';
import { Mark } from './mark.tsx';
import { Buttons, Lines, PageLink, Panel, Plain, Quiet } from './parts.tsx';

const useStyles = makeStyles({
  tools: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 24rem) auto',
    justifyContent: 'start',
    gap: tokens.spacingHorizontalM,
    '@media (max-width: 599px)': { gridTemplateColumns: 'minmax(0, 1fr)', justifyContent: 'stretch' },
  },
  list: { display: 'grid', gap: tokens.spacingVerticalM },
});

const states = ['inForce', 'template', 'history'] as const;
const pageSize = 20;

export function DecisionList({ canEdit }: { canEdit: boolean }) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const [text, setText] = useState('');
  const [state, setState] = useState<string>('inForce');
  const q = useDeferredValue(text.trim());
  const key = (at: number, before: Page | null): string | null =>
    at > 0 && !before?.next
      ? null
      : `/api/decisions?${new URLSearchParams({
          ...{ state, limit: `${pageSize}` },
          ...(q ? { q: q.slice(0, 100) } : {}),
          ...(before?.next ? { cursor: before.next } : {}),
        })}`;
  const { data, error, size, setSize, mutate } = useSWRInfinite<Page>(key, (path: string) => api.get<Page>(path), {
    keepPreviousData: true,
  });
  const items = data?.flatMap((page) => page.items) ?? [];
  return (
    <div className={styles.list}>
      <div className={styles.tools}>
        <Field label={words('tools.findDecision')}>
          <Input
            type="search"
            value={text}
            onChange={(_, { value }) => setText(value)}
            contentBefore={<SearchRegular aria-hidden />}
            maxLength={100}
          />
        </Field>
        <Field label={words('tools.which')}>
          <Select value={state} onChange={(_, { value }) => setState(value)}>
            {states
              .filter((each) => canEdit || each !== 'template')
              .map((each) => (
                <option key={each} value={each}>
                  {words(`tools.state.${each}`)}
                </option>
              ))}
          </Select>
        </Field>
      </div>
      {error && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && items.length === 0 && (
        <Empty title={words('tools.noDecisionTitle')} text={words('tools.noDecisionText')} />
      )}
      {items.map((each) => (
        <DecisionPanel key={each.id} decision={each} />
      ))}
      {data?.at(-1)?.next && (
        <Buttons>
          <Button onClick={() => setSize(size + 1)}>{words('tools.more')}</Button>
        </Buttons>
      )}
    </div>
  );
}

function DecisionPanel({ decision }: { decision: DecisionLine }) {
  const words = useWords();
  const { date } = useDays();
  const { id, question, answer, about, why, conditions, decidedBy, decidedAt, reviewDue, isDue, state } = decision;
  const quiet = [
    about,
    decidedAt && (decidedBy ? words('tools.byOn', { name: decidedBy, date: date(decidedAt) }) : date(decidedAt)),
    reviewDue && words(isDue ? 'tools.wasDue' : 'tools.nextLook', { date: date(reviewDue) }),
  ].filter(Boolean);
  return (
    <Panel>
      <h3 style={{ margin: 0, fontSize: 'inherit' }}>
        <PageLink to={`/tools/decisions/${id}`}>{question}</PageLink>
      </h3>
      <div>{state.id === 'active' ? <Mark look={answer} /> : <Quiet>{state.word}</Quiet>}</div>
      <Lines lines={conditions} />
      <Plain>{why}</Plain>
      <Quiet>{quiet.join(' · ')}</Quiet>
    </Panel>
  );
}
