/** The filters of the list; where there is little room they fold away behind one button. */
import { Button, makeStyles, mergeClasses, SearchBox, Select, ToggleButton, tokens } from '@fluentui/react-components';
import { AlertUrgentRegular, FilterRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useWords } from '../../tab/words.ts';
import { assignees, isNarrowed, kinds, type Name, type Question, sorts, states } from './question.tsx';

const wide = '@media (min-width: 700px)';
const pauseMs = 300;

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  search: { flex: '1 1 12rem', maxWidth: '26rem', minWidth: 0 },
  fold: { [wide]: { display: 'none' } },
  rest: { display: 'contents' },
  folded: { '@media (max-width: 699px)': { display: 'none' } },
  pick: { flex: '0 1 auto', minWidth: '7rem', '@media (max-width: 699px)': { flex: '1 1 40%' } },
});

interface Props {
  readonly question: Question;
  change(name: Name, value: string): void;
  clear(): void;
}

export function Filters({ question, change, clear }: Props) {
  const words = useWords();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <search className={styles.bar} aria-label={words('review.filters')}>
      <Search value={question.q ?? ''} change={(value) => change('q', value)} />
      <Button className={styles.fold} icon={<FilterRegular />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words('review.filter')}
      </Button>
      <div className={mergeClasses(styles.rest, !isOpen && styles.folded)}>
        <Pick name="state" question={question} change={change} ids={states} isPlain />
        <Pick name="kind" question={question} change={change} ids={kinds} />
        <Pick name="assignee" question={question} change={change} ids={assignees} />
        <Pick name="sort" question={question} change={change} ids={sorts} isPlain />
        <ToggleButton
          icon={<AlertUrgentRegular />}
          checked={question.urgent === 'yes'}
          onClick={() => change('urgent', question.urgent ? '' : 'yes')}
        >
          {words('work.urgent')}
        </ToggleButton>
        {isNarrowed(question) && (
          <Button appearance="subtle" onClick={clear}>
            {words('review.clear')}
          </Button>
        )}
      </div>
    </search>
  );
}

interface PickProps {
  readonly name: Name;
  readonly question: Question;
  readonly ids: readonly string[];
  /** Its first is what one sees without picking; else "all" stands first. */
  readonly isPlain?: boolean;
  change(name: Name, value: string): void;
}

function Pick({ name, question, ids, isPlain = false, change }: PickProps) {
  const words = useWords();
  const styles = useStyles();
  const [first = ''] = ids;
  return (
    <Select
      className={styles.pick}
      aria-label={words(`review.by.${name}`)}
      value={question[name] ?? (isPlain ? first : '')}
      onChange={(_, { value }) => change(name, isPlain && value === first ? '' : value)}
    >
      {!isPlain && <option value="">{words(`review.all.${name}`)}</option>}
      {ids.map((id) => (
        <option key={id} value={id}>
          {words(`review.pick.${id}`)}
        </option>
      ))}
    </Select>
  );
}

/** Asks when typing rests; what comes from the address is shown as well. */
function Search({ value, change }: { value: string; change(value: string): void }) {
  const words = useWords();
  const styles = useStyles();
  const [typed, setTyped] = useState(value);
  const [from, setFrom] = useState(value);
  if (from !== value) {
    setFrom(value);
    if (value !== typed.trim()) setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => change(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  });
  return (
    <SearchBox
      className={styles.search}
      maxLength={100}
      value={typed}
      aria-label={words('review.search')}
      placeholder={words('review.search')}
      onChange={(_, data) => setTyped(data.value)}
    />
  );
}
