/** Views that a person saved: a name for what the list is narrowed to. */
import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { BookmarkAddRegular, DismissRegular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { type ApiError, useApi, useData } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { isNarrowed, type Question, queryOf, questionOf, searchWith, withSearch } from './question.tsx';

const path = '/api/me/views';

interface View {
  readonly id: string;
  readonly page: string;
  readonly name: string;
  /** As in the address. */
  readonly query: string;
}

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  list: { display: 'contents', listStyle: 'none' },
  view: {
    display: 'flex',
    alignItems: 'center',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    background: tokens.colorNeutralBackground1,
    maxWidth: '100%',
  },
  here: { border: `1px solid ${tokens.colorBrandStroke1}`, background: tokens.colorBrandBackground2 },
  link: {
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    textDecoration: 'none',
    fontSize: tokens.fontSizeBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    borderRadius: tokens.borderRadiusCircular,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

export function Views({ question, search }: { question: Question; search: string }) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const { data, mutate } = useData<{ items: readonly View[] }>(path);
  const [problem, setProblem] = useState<ApiError>();
  const query = queryOf(question);
  const views = (data?.items ?? []).filter(({ page }) => page === 'review');
  const isSaved = views.some((view) => queryOf(questionOf(view.query)) === query);
  if (!data || (views.length === 0 && !isNarrowed(question))) return undefined;
  const act = (work: Promise<unknown>) => work.then(() => mutate(), setProblem);
  return (
    <nav className={styles.row} aria-label={words('review.views')}>
      <ul className={styles.list}>
        {views.map((view) => (
          <SavedView
            key={view.id}
            view={view}
            href={withSearch('/review', searchWith(search, questionOf(view.query)))}
            isHere={queryOf(questionOf(view.query)) === query}
            remove={() => act(api.send(`${path}/${view.id}`, { method: 'DELETE' }))}
          />
        ))}
      </ul>
      {!isSaved && isNarrowed(question) && (
        <Save save={(name) => act(api.send(path, { body: { page: 'review', name, query } }))} />
      )}
      {problem && <Failed error={problem} />}
    </nav>
  );
}

interface SavedProps {
  readonly view: View;
  readonly href: string;
  readonly isHere: boolean;
  remove(): void;
}

function SavedView({ view: { name }, href, isHere, remove }: SavedProps) {
  const words = useWords();
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.view, isHere && styles.here)}>
      <Link href={href} className={styles.link} aria-current={isHere ? 'true' : undefined}>
        {name}
      </Link>
      <Button
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label={words('review.removeView', { name })}
        onClick={remove}
      />
    </li>
  );
}

/** Opened by a press: what is typed next is the name. */
const takeFocus = (input: HTMLInputElement | null) => input?.focus();

function Save({ save }: { save(name: string): void }) {
  const words = useWords();
  const styles = useStyles();
  const [name, setName] = useState<string>();
  if (name === undefined)
    return (
      <Button size="small" appearance="subtle" icon={<BookmarkAddRegular />} onClick={() => setName('')}>
        {words('review.saveView')}
      </Button>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    save(name.trim());
    setName(undefined);
  };
  return (
    <form className={styles.row} onSubmit={submit}>
      <Input
        size="small"
        maxLength={40}
        ref={takeFocus}
        value={name}
        aria-label={words('review.viewName')}
        placeholder={words('review.viewName')}
        onChange={(_, data) => setName(data.value)}
      />
      <Button size="small" type="submit" appearance="primary">
        {words('review.save')}
      </Button>
      <Button size="small" onClick={() => setName(undefined)}>
        {words('work.cancel')}
      </Button>
    </form>
  );
}
