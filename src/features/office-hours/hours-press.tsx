/** Presses on one session: sent, shown as the server answers, told why not; of a newer state nothing typed is lost. */
import { useState } from 'react';
import { ApiError, useApi } from '../../tab/api.ts';
import type { SessionView } from './session-contract.ts';

/** As the API answers it. */
export type OpenSession = SessionView & { readonly version: string };

export interface Press {
  readonly isRunning: boolean;
  readonly error: ApiError | undefined;
  /** Undefined when it was refused; `version` only where somebody else may have changed the same. */
  press(event: string, body: object, version?: string): Promise<OpenSession | undefined>;
  clear(): void;
}

export function usePress(sessionId: string, show: (session: OpenSession) => unknown): Press {
  const api = useApi();
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<ApiError>();
  return {
    isRunning,
    error,
    clear: () => setError(undefined),
    async press(event, body, version) {
      setRunning(true);
      setError(undefined);
      try {
        const sent = { body, ...(version ? { version } : {}) };
        const session = await api.send<OpenSession>(`/api/sessions/${sessionId}/${event}`, sent);
        show(session);
        return session;
      } catch (failed) {
        setError(failed instanceof ApiError ? failed : new ApiError('internal', ''));
        return undefined;
      } finally {
        setRunning(false);
      }
    },
  };
}

/** What is wrong with one field of a form, as the server says it. */
export const problemAt = (error: ApiError | undefined, path: string): string | undefined =>
  error?.fields.find((field) => field.path === path)?.message;
