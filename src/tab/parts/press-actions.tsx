/** What a reader may do with something that is no line of a list: the buttons and forms that every item has; what was typed outlives a newer state. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { ItemAction } from '../../core/work-item.ts';
import { ApiError, useApi } from '../api.ts';
import { useWords } from '../words.ts';
import { Actions } from './actions.tsx';
import type { Body, Ran } from './open-item.ts';
import { sentenceOf } from './states.tsx';
import { Typed } from './typed.tsx';
import { type Drafts, isOvertaken, type OpenItem } from './work.ts';

interface Pressed {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly version: string;
}

interface Props<T> {
  readonly of: Pressed;
  readonly actions: readonly ItemAction[];
  readonly drafts: Drafts;
  readonly show: (shown: T) => unknown;
  /** Asks for what is stored now. */
  readonly again: () => Promise<unknown>;
}

export function PressActions<T extends object>({ of, actions, drafts, show, again }: Props<T>) {
  const words = useWords();
  const api = useApi();
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

/** In the words of the items that wait in a list: what the buttons need to know. */
const itemOf = ({ kind, id, title, version }: Pressed, actions: readonly ItemAction[]): OpenItem => ({
  ...{ kind, id, title, version, about: '', heading: '', createdAt: '' },
  ...{ status: { word: '', tone: 'neutral' }, isLate: false, isUrgent: false, people: 1 },
  ...{ bulk: [], sections: [], history: [], actions: [...actions] },
});
