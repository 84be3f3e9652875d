/** What this reader may do with an item: the likeliest form stands open, the rest is one press away. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ItemAction } from '../../core/work-item.ts';
import type { ApiError } from '../api.ts';
import { useWords } from '../words.ts';
import { ActionForm } from './action-form.tsx';
import { actionKey, bodyOf, numbered, writtenIn } from './action-values.ts';
import type { Opened, Ran } from './open-item.ts';
import { Failed } from './states.tsx';
import { type Draft, type Drafts, keyOf, type OpenItem } from './work.ts';

const useStyles = makeStyles({
  actions: { display: 'grid', gap: tokens.spacingVerticalM },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  danger: { color: tokens.colorPaletteRedForeground1 },
});

/** One press does it; what cannot be liked afterwards shows first what it will do. */
const isOnePress = ({ fields, look, hasPreview, asksFirst }: ItemAction): boolean =>
  fields.length === 0 && !asksFirst && !(look === 'danger' && hasPreview);

const draftKey = (item: OpenItem, action: ItemAction): string => `${keyOf(item)}/${actionKey(action)}`;

interface Props {
  readonly item: OpenItem;
  readonly opened: Pick<Opened, 'run' | 'isRunning'>;
  readonly drafts: Drafts;
  onRan(ran: Ran): void;
}

export function Actions({ item, opened: { run, isRunning }, drafts, onRan }: Props) {
  const styles = useStyles();
  const words = useWords();
  const [pressed, setPressed] = useState<string>();
  const [problem, setProblem] = useState<ApiError>();
  const likeliest = item.actions.find((action) => action.look === 'primary' && !isOnePress(action));
  const form = item.actions.find((action) => actionKey(action) === pressed) ?? likeliest;
  const labels = numbered(item.actions.map(({ label }) => label));
  const others = item.actions.filter((action) => action !== form);
  const act = async (action: ItemAction, values: Draft = {}): Promise<Ran> => {
    setProblem(undefined);
    const ran = await run(action.event, bodyOf(action, values));
    if (ran.kind === 'done') {
      drafts.delete(draftKey(item, action));
      setPressed(undefined);
    }
    onRan(ran);
    return ran;
  };
  const press = async (action: ItemAction) => {
    if (!isOnePress(action)) return setPressed(actionKey(action));
    const ran = await act(action);
    if (ran.kind === 'refused') setProblem(ran.error);
  };
  if (item.actions.length === 0) return undefined;
  return (
    <section className={styles.actions} aria-label={words('work.actions')}>
      {problem && <Failed error={problem} />}
      {others.length > 0 && (
        <div className={styles.row}>
          {others.map((action) => (
            <Button
              key={actionKey(action)}
              appearance={action.look === 'primary' ? 'primary' : 'secondary'}
              {...(action.look === 'danger' ? { className: styles.danger } : {})}
              disabledFocusable={isRunning}
              onClick={() => press(action)}
            >
              {labels[item.actions.indexOf(action)]}
            </Button>
          ))}
        </div>
      )}
      {form && (
        <ActionForm
          key={actionKey(form)}
          item={item}
          action={form}
          draft={drafts.get(draftKey(item, form))?.values}
          takesFocus={pressed === actionKey(form)}
          isRunning={isRunning}
          onDraft={(values) => drafts.set(draftKey(item, form), { values, texts: writtenIn(form, values) })}
          act={(values) => act(form, values)}
          onClose={form === likeliest ? undefined : () => setPressed(undefined)}
        />
      )}
    </section>
  );
}
