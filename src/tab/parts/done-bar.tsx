/** What has just been done, and one's own last event, taken back in one press as long as that can be done. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useApi } from '../api.ts';
import { useWords } from '../words.ts';
import { sentenceOf } from './states.tsx';
import { useUntil } from './until.ts';

interface Props<T> {
  readonly of: {
    readonly version: string;
    readonly note?: string | undefined;
    readonly undo?: { readonly label: string; readonly until: string } | undefined;
  };
  /** Of the item in the API. */
  readonly path: string;
  readonly show: (item: T) => Promise<unknown>;
  readonly again: () => Promise<unknown>;
}

export function DoneBar<T>({ of: { note, undo, version }, path, show, again }: Props<T>) {
  const words = useWords();
  const api = useApi();
  const [problem, setProblem] = useState<unknown>();
  const [isRunning, setRunning] = useState(false);
  const canUndo = useUntil(undo?.until);
  if (!note && !(undo && canUndo)) return null;
  const takeBack = async () => {
    setRunning(true);
    setProblem(undefined);
    try {
      await show(await api.send<T>(`${path}/undo`, { version }));
    } catch (failed) {
      setProblem(failed);
      await again();
    }
    setRunning(false);
  };
  return (
    <MessageBar layout="multiline" intent={problem ? 'error' : note ? 'success' : 'info'} role="status">
      <MessageBarBody>{problem ? sentenceOf(problem, words) : (note ?? words('work.canUndo'))}</MessageBarBody>
      {undo && canUndo && (
        <MessageBarActions>
          <Button size="small" disabledFocusable={isRunning} onClick={takeBack}>
            {undo.label}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
