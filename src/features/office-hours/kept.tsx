/** What was typed and not sent yet, as long as the office hours stand open: no answer of the server takes it away. */
import { createContext, useContext, useState } from 'react';

export type Kept = Map<string, object>;

export const KeptContext = createContext<Kept>(new Map());

/** `key` names the form and what it is about. Forgotten once it is sent. */
export function useKept<T extends object>(key: string, begin: () => T) {
  const kept = useContext(KeptContext);
  const [typed, draw] = useState<T>(() => (kept.get(key) as T | undefined) ?? begin());
  return {
    typed,
    change(part: Partial<T>) {
      const next = { ...typed, ...part };
      kept.set(key, next);
      draw(next);
    },
    forget: () => void kept.delete(key),
  };
}

interface Said {
  readonly text: string;
}

/** What one page has to say on the next one, once. */
export function useSaid() {
  const kept = useContext(KeptContext);
  const [said] = useState(() => (kept.get('said') as Said | undefined)?.text ?? '');
  return {
    said,
    sayNext: (text: string) => void kept.set('said', { text }),
    /** It was read. */
    clear: () => void kept.delete('said'),
  };
}
