/** Who may do what: everybody by name, with what they may do; an administrator gives and takes. */
import { Button, Field, Input, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, useCallback, useState } from 'react';
import { ApiError, useApi } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Item } from '../../tab/parts/item.tsx';
import { Lines } from '../../tab/parts/lines.tsx';
import { useQueue } from '../../tab/parts/queue.ts';
import { Split } from '../../tab/parts/split.tsx';
import { Empty, Failed, Loading, sentenceOf } from '../../tab/parts/states.tsx';
import { useWhereabouts } from '../../tab/parts/whereabouts.ts';
import { type Drafts, keyOf, type OpenItem } from '../../tab/parts/work.ts';
import { holdsAny, useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import { CommunityHosts } from './communities.tsx';

const useStyles = makeStyles({
  above: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  id: { minWidth: 'min(22rem, 100%)' },
});

export function PeoplePage() {
  const words = useWords();
  const styles = useStyles();
  const { me } = useReader();
  const isAdmin = holdsAny(me, ['admin']);
  const [q, setQ] = useState('');
  const [isAdding, setAdding] = useState(false);
  const queue = useQueue(`/api/people?${new URLSearchParams({ limit: '50', ...(q ? { q } : {}) })}`);
  const where = useWhereabouts('/people');
  const [drafts] = useState<Drafts>(() => new Map());
  const { put } = queue;
  const onChanged = useCallback((item: OpenItem) => put(item), [put]);
  const { open } = where;
  const { lines, error } = queue;
  return (
    <Frame
      title={words('page.people')}
      actions={isAdmin && <Button onClick={() => setAdding(!isAdding)}>{words('people.add')}</Button>}
    >
      <div className={styles.above}>
        <Text>{words(isAdmin ? 'people.about' : 'people.readOnly')}</Text>
        {isAdding && (
          <Add
            done={(id) => {
              setAdding(false);
              queue.showNewest();
              where.go({ kind: 'people', id });
            }}
          />
        )}
        <SearchBox
          aria-label={words('people.search')}
          placeholder={words('people.search')}
          value={q}
          onChange={(_, { value }) => setQ(value)}
        />
      </div>
      {error && <Failed error={error} retry={queue.retry} />}
      {!lines && !error && <Loading />}
      {lines?.length === 0 && <Empty title={words('people.noneTitle')} text={words('people.noneText')} />}
      <Split
        list={<Lines queue={queue} label={words('people.list')} openKey={open && keyOf(open)} hrefOf={where.hrefOf} />}
        item={
          open && (
            <Item
              key={keyOf(open)}
              {...open}
              drafts={drafts}
              onNext={where.go}
              onChanged={onChanged}
              onClose={where.close}
            />
          )
        }
      />
      <CommunityHosts />
    </Frame>
  );
}

/** Somebody who never wrote to Fieldbook, so that they can be given a role before their first day with it. */
function Add({ done }: { done(id: string): void }) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const [values, setValues] = useState({ id: '', name: '' });
  const [problem, setProblem] = useState<unknown>();
  const of = (path: string) =>
    problem instanceof ApiError ? problem.fields.find((field) => field.path === path)?.message : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    api.send<{ id: string }>('/api/people', { body: values }).then(({ id }) => done(id), setProblem);
  };
  const isAbout = of('id') || of('name');
  return (
    <form className={styles.form} onSubmit={send}>
      <Field label={words('people.id')} validationMessage={of('id') ?? null} required className={styles.id}>
        <Input value={values.id} onChange={(_, { value }) => setValues({ ...values, id: value })} />
      </Field>
      <Field label={words('people.name')} validationMessage={of('name') ?? null} required>
        <Input value={values.name} onChange={(_, { value }) => setValues({ ...values, name: value })} />
      </Field>
      <Button appearance="primary" type="submit">
        {words('people.save')}
      </Button>
      {problem !== undefined && !isAbout && <Text role="alert">{sentenceOf(problem, words)}</Text>}
    </form>
  );
}
