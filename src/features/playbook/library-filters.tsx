/** Search box and filters over the lines that are here already: at most some hundred. */
import { Button, Field, makeStyles, mergeClasses, SearchBox, Select, tokens } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useWords } from '../../tab/words.ts';
import type { ScenarioLine, ScenarioList } from './contract.ts';

export const namesOfFilters = ['tab', 'q', 'role', 'workflow', 'tool', 'data', 'stage', 'proven'] as const;
type FilterName = (typeof namesOfFilters)[number];
export type Narrowed = Partial<Record<FilterName, string>>;

const pickOf: Readonly<Record<string, (line: ScenarioLine) => readonly string[]>> = {
  role: (line) => line.roleIds,
  workflow: (line) => [line.workflowId],
  tool: (line) => [line.tool.id],
  data: (line) => [line.dataClassId],
  stage: (line) => [line.stage.id],
  proven: (line) => (line.isProven ? ['yes'] : ['no']),
};

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

const said = (line: ScenarioLine): string =>
  fold([line.title, line.helpsYou, line.forLine, line.tool.name, line.dataClass, ...line.tags].join(' '));

/** The lines that fit; those with a word in the title first. */
export function found(items: readonly ScenarioLine[], narrowed: Narrowed): ScenarioLine[] {
  const asked = fold(narrowed.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const fits = (line: ScenarioLine) =>
    Object.entries(pickOf).every(([name, values]) => {
      const wanted = narrowed[name as FilterName];
      return !wanted || values(line).includes(wanted);
    });
  const inTitle = (line: ScenarioLine) => Number(asked.some((word) => fold(line.title).includes(word)));
  const kept = items.filter((line) => fits(line) && asked.every((word) => said(line).includes(word)));
  return asked.length === 0 ? kept : kept.toSorted((a, b) => inTitle(b) - inTitle(a));
}

const narrowScreen = '@media (max-width: 599px)';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  search: { flex: '1 1 auto', maxWidth: '36rem', minWidth: 0 },
  toggle: { flex: 'none', '@media (min-width: 600px)': { display: 'none' } },
  filters: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(9rem, 1fr))',
    maxWidth: '60rem',
  },
  folded: { [narrowScreen]: { display: 'none' } },
});

interface Props {
  readonly list: ScenarioList;
  readonly narrowed: Narrowed;
  readonly narrow: (change: Narrowed) => void;
}

export function LibraryFilters({ list, narrowed, narrow }: Props) {
  const words = useWords();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const filters = optionsOf(list, words);
  const set = filters.filter(({ name }) => narrowed[name]).length;
  return (
    <search className={styles.box}>
      <div className={styles.row}>
        <SearchBox
          className={styles.search}
          aria-label={words('playbook.search')}
          placeholder={words('playbook.search')}
          value={narrowed.q ?? ''}
          onChange={(_, { value }) => narrow({ q: value })}
        />
        <Button
          className={styles.toggle}
          icon={<FilterRegular />}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {words('playbook.filter', { count: set })}
        </Button>
      </div>
      <div className={mergeClasses(styles.filters, !isOpen && styles.folded)}>
        {filters.map(({ name, options }) => (
          <Field key={name} label={words(`playbook.by.${name}`)} size="small">
            <Select value={narrowed[name] ?? ''} onChange={(_, { value }) => narrow({ [name]: value })}>
              <option value="">{words('playbook.all')}</option>
              {options.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
    </search>
  );
}

/** Only what tells lines apart. */
function optionsOf({ items, roles }: ScenarioList, words: ReturnType<typeof useWords>) {
  const distinct = (pick: (line: ScenarioLine) => { id: string; title: string }) =>
    [...new Map(items.map(pick).map((option) => [option.id, option])).values()].toSorted((a, b) =>
      a.title.localeCompare(b.title),
    );
  const all = [
    { name: 'role', options: roles.map(({ id, name }) => ({ id, title: name })) },
    { name: 'workflow', options: distinct((line) => ({ id: line.workflowId, title: line.workflow })) },
    { name: 'tool', options: distinct((line) => ({ id: line.tool.id, title: line.tool.name })) },
    { name: 'data', options: distinct((line) => ({ id: line.dataClassId, title: line.dataClass })) },
    { name: 'stage', options: distinct((line) => ({ id: line.stage.id, title: line.stage.word })) },
    {
      name: 'proven',
      options: distinct(({ isProven }) =>
        isProven ? { id: 'yes', title: words('playbook.proven') } : { id: 'no', title: words('playbook.notProven') },
      ),
    },
  ] as const;
  return all.filter(({ options }) => options.length > 1);
}
