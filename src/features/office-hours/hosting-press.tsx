/** What a host may do with a session or a series: the buttons and forms that every item has; what was typed outlives a newer state. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useContext, useState } from 'react';
import type { ItemAction } from '../../core/work-item.ts';
import { ApiError, useApi } from '../../tab/api.ts';
import { Actions } from '../../tab/parts/actions.tsx';
import type { Body, Ran } from '../../tab/parts/open-item.ts';
import { sentenceOf } from '../../tab/parts/states.tsx';
import { Typed } from '../../tab/parts/typed.tsx';
import { type Drafts, isOvertaken, type OpenItem } from '../../tab/parts/work.ts';
import { useWords } from '../../tab/words.ts';
import { KeptContext } from './kept.tsx';

interface Hosted {
  readonly kind: 'sessions' | 'series';
  readonly id: string;
  readonly title: string;
  readonly version: string;
}

interface Props<T> {
  readonly of: Hosted;
  readonly actions: readonly ItemAction[];
  readonly show: (shown: T) => unknown;
  /** Asks for what is stored now. */
  readonly again: () => Promise<unknown>;
}

export function HostActions<T extends object>({ of, actions, show, again }: Props<T>) {
  const words = useWords();
  const api = useApi();
  const drafts = useDrafts();
  const [isRunning, setRunning] = useState(false);
  const [late, setLate] = useState<ApiError>();
  const item = itemOf(of, actions);
  async function run(event: string, body: Body = {}): Promise<Ran> {
    setRunning(true);
    setLate(undefined);
    try {
      show(await api.send<T>(`/api/${of.kind}/${of.id}/${event}`, { body, version: of.version }));
      return { kind: 'done', item };
    } catch (failed) {
      const error = failed instanceof ApiError ? failed : new ApiError('internal', '');
      if (!isOvertaken(error)) return { kind: 'refused', error };
      await again();
      setLate(error);
      return { kind: 'overtaken', error };
    } finally {
      setRunning(false);
    }
  }
  return (
    <>
      {late && (
        <MessageBar layout="multiline" intent="warning" role="alert">
          <MessageBarBody>
            {sentenceOf(late, words)} {words('work.keptTyped')}
          </MessageBarBody>
        </MessageBar>
      )}
      <Actions item={item} opened={{ run, isRunning }} drafts={drafts} onRan={() => undefined} />
      <Typed drafts={drafts} named={item} actions={item.actions} />
    </>
  );
}

function useDrafts(): Drafts {
  const kept = useContext(KeptContext);
  const [drafts] = useState<Drafts>(() => (kept.get('drafts') as Drafts | undefined) ?? new Map());
  kept.set('drafts', drafts);
  return drafts;
}

/** In the words of the items that wait in a list: what the buttons need to know. */
const itemOf = ({ kind, id, title, version }: Hosted, actions: readonly ItemAction[]): OpenItem => ({
  ...{ kind, id, title, version, about: '', heading: '', createdAt: '' },
  ...{ status: { word: '', tone: 'neutral' }, isLate: false, isUrgent: false, people: 1 },
  ...{ bulk: [], sections: [], history: [], actions: [...actions] },
});
