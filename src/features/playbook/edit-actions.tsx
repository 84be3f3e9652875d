/** What may be done with a scenario: the buttons and forms that every item has, with what each changes and whom it tells. */
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ItemAction } from '../../core/work-item.ts';
import { ApiError, useApi, useRefresh } from '../../tab/api.ts';
import { Actions } from '../../tab/parts/actions.tsx';
import type { Body, Ran } from '../../tab/parts/open-item.ts';
import { Foreseen } from '../../tab/parts/preview.tsx';
import { type Drafts, isOvertaken, type OpenItem } from '../../tab/parts/work.ts';
import type { Edit } from './draft-values.tsx';

interface Props {
  readonly edit: Edit;
  readonly actions: readonly ItemAction[];
  /** The newest that this page knows. */
  readonly version: () => string;
  /** Saves what is typed; false when that did not work. */
  readonly before: () => Promise<boolean>;
  /** Shows what has become of it. */
  readonly after: (note: Note) => Promise<void>;
  /** Nothing stands in the way: then what the main button does can be foreseen. */
  readonly isReady: boolean;
}

/** What was just done, or why it came too late. */
export interface Note {
  readonly text: string;
  readonly isLate: boolean;
}

export function EditActions({ edit, actions, version, before, after, isReady }: Props) {
  const api = useApi();
  const refresh = useRefresh();
  const drafts = useRef<Drafts>(new Map());
  const [, go] = useLocation();
  const [isRunning, setRunning] = useState(false);
  async function run(event: string, body: Body = {}): Promise<Ran> {
    setRunning(true);
    try {
      if (!(await before())) return { kind: 'refused', error: new ApiError('incomplete', '') };
      const sent = { body, version: version() };
      const item = await api.send<OpenItem>(`/api/scenarios/${edit.id}/${event}`, sent);
      await refresh('/api/scenarios', '/api/workflows', '/api/review');
      if (event === 'dropDraft' && edit.liveVersion === undefined) go('/playbook');
      else await after({ text: item.note ?? '', isLate: false });
      return { kind: 'done', item };
    } catch (failed) {
      const error = failed instanceof ApiError ? failed : new ApiError('internal', '');
      if (!isOvertaken(error)) return { kind: 'refused', error };
      await after({ text: error.message, isLate: true });
      return { kind: 'overtaken', error };
    } finally {
      setRunning(false);
    }
  }
  const item = itemOf(edit, withoutNote(actions), version());
  const foreseen = item.actions.find(
    ({ look, hasPreview, fields }) => look === 'primary' && hasPreview && fields.length === 0,
  );
  return (
    <>
      {isReady && foreseen && <Foreseen item={item} event={foreseen.event} body={{}} />}
      <Actions item={item} opened={{ run, isRunning }} drafts={drafts.current} onRan={() => undefined} />
    </>
  );
}

/** The form above has a place of its own for what changed. */
const withoutNote = (actions: readonly ItemAction[]): ItemAction[] =>
  actions.map((action) => ({ ...action, fields: action.fields.filter(({ name }) => name !== 'changeNote') }));

/** The scenario in the words of the items that wait in the list: what its buttons need to know of it. */
const itemOf = (edit: Edit, actions: readonly ItemAction[], version: string): OpenItem => ({
  kind: 'scenarios',
  id: edit.id,
  title: edit.title,
  about: edit.workflow.name,
  heading: '',
  status: { word: edit.state.word, tone: 'neutral' },
  createdAt: edit.draft?.savedAt ?? '',
  isLate: false,
  isUrgent: false,
  people: 1,
  bulk: [],
  sections: [],
  history: [],
  actions: [...actions],
  version,
});
