/** A draft that saves itself when typing rests. A colleague's change is taken in; where both wrote, nothing is lost and one chooses. */
import { useEffect, useRef, useState } from 'react';
import { type Api, ApiError, useApi } from '../../tab/api.ts';
import { changedIn, type Edit, type FieldName, patchOf, type Values, valuesOf, withFields } from './draft-values.tsx';
import type { DraftSaved } from './edit-contract.ts';

export type Status = 'saved' | 'waiting' | 'saving' | 'failed' | 'clash' | 'closed';

/** What a colleague changed meanwhile. */
export interface Met {
  readonly taken: readonly FieldName[];
  /** Written by both: mine stands in the form, theirs here. */
  readonly clashing: readonly FieldName[];
  readonly theirs: Values;
}

const restMs = 900;

/** Everything about the draft that does not need to be drawn. */
interface Desk {
  values: Values;
  /** As the server holds it. */
  base: Values;
  version: string;
  readonly pending: Set<FieldName>;
  timer: ReturnType<typeof setTimeout> | undefined;
  running: Promise<void> | undefined;
  isClashing: boolean;
}

export function useDraft(first: Edit) {
  const api = useApi();
  const [desk] = useState<Desk>(() => ({
    values: valuesOf(first),
    base: valuesOf(first),
    version: first.version,
    pending: new Set(),
    timer: undefined,
    running: undefined,
    isClashing: false,
  }));
  const [values, draw] = useState(desk.values);
  const [seen, setSeen] = useState<Pick<Edit, 'missing' | 'guardrails' | 'actions'> & { version: string }>(first);
  const [status, setStatus] = useState<Status>('saved');
  const [savedAt, setSavedAt] = useState(first.draft?.savedAt);
  const [error, setError] = useState<unknown>();
  const [met, setMet] = useState<Met>();
  const show = (next: Values) => {
    desk.values = next;
    draw(next);
  };

  async function saveOnce(): Promise<void> {
    const names = [...desk.pending];
    const sent = desk.values;
    desk.pending.clear();
    setStatus('saving');
    try {
      const reply = await sendDraft(api, first.id, { values: sent, names, version: desk.version });
      desk.version = reply.version;
      desk.base = withFields(desk.base, sent, names);
      setSeen(reply);
      setSavedAt(reply.savedAt);
      setError(undefined);
      setStatus(desk.pending.size > 0 ? 'waiting' : 'saved');
    } catch (failed) {
      for (const name of names) desk.pending.add(name);
      if (failed instanceof ApiError && failed.code === 'stale') return meet();
      setError(failed);
      setStatus('failed');
    }
  }

  /** A colleague saved first: their fields come in, mine stay. */
  async function meet(): Promise<void> {
    const theirs = await api.get<Edit>(`/api/scenarios/${first.id}/edit`);
    const theirValues = valuesOf(theirs);
    const changed = changedIn(desk.base, theirValues);
    const clashing = changed.filter((name) => desk.pending.has(name));
    const taken = changed.filter((name) => !desk.pending.has(name));
    desk.base = theirValues;
    desk.version = theirs.version;
    desk.isClashing = clashing.length > 0;
    show(withFields(theirValues, desk.values, [...desk.pending]));
    setSeen(theirs);
    setMet({ taken, clashing, theirs: theirValues });
    if (!theirs.mayEdit) return setStatus('closed');
    if (clashing.length > 0) return setStatus('clash');
    await saveOnce();
  }

  /** Saves all that is typed; one request at a time. */
  async function flush(): Promise<boolean> {
    clearTimeout(desk.timer);
    await desk.running;
    if (desk.pending.size === 0) return true;
    if (desk.isClashing) return false;
    desk.running = saveOnce()
      .catch((failed: unknown) => {
        setError(failed);
        setStatus('failed');
      })
      .finally(() => {
        desk.running = undefined;
      });
    await desk.running;
    return desk.pending.size === 0 || (!desk.isClashing && flush());
  }

  function change<K extends FieldName>(name: K, value: Values[K]): void {
    show({ ...desk.values, [name]: value });
    desk.pending.add(name);
    if (desk.isClashing) return;
    setStatus('waiting');
    clearTimeout(desk.timer);
    desk.timer = setTimeout(flushQuietly, restMs);
  }
  const flushQuietly = () => void flush();

  function settle(whose: 'mine' | 'theirs'): void {
    if (met && whose === 'theirs') {
      show(withFields(desk.values, met.theirs, met.clashing));
      for (const name of met.clashing) desk.pending.delete(name);
    }
    desk.isClashing = false;
    setMet(undefined);
    setStatus(desk.pending.size > 0 ? 'waiting' : 'saved');
    flushQuietly();
  }

  const latest = useRef(flushQuietly);
  latest.current = flushQuietly;
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && latest.current();
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      latest.current();
    };
  }, []);

  return {
    values,
    change,
    flush,
    settle,
    status,
    savedAt,
    error,
    met,
    forgetMet: () => setMet(undefined),
    version: () => desk.version,
    missing: seen.missing,
    guardrails: seen.guardrails,
    actions: seen.actions,
    /** Of what is drawn. */
    seenVersion: seen.version,
  };
}
export type DraftDesk = ReturnType<typeof useDraft>;

interface Sending {
  readonly values: Values;
  readonly names: readonly FieldName[];
  readonly version: string;
}

const sendDraft = (api: Api, id: string, { values, names, version }: Sending) =>
  api.send<DraftSaved & { version: string }>(`/api/scenarios/${id}/draft`, {
    method: 'PATCH',
    body: patchOf(values, names),
    version,
  });
