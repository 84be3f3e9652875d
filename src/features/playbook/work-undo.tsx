/** What has just been done to a workflow, and one's own last event, taken back in one press as long as that can be done. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useApi } from '../../tab/api.ts';
import { sentenceOf } from '../../tab/parts/states.tsx';
import { useUntil } from '../../tab/parts/until.ts';
import { useWords } from '../../tab/words.ts';
import type { OpenWork, WorkProps } from './work-page.tsx';

export function WorkDone({ work, show, again }: WorkProps) {
  const words = useWords();
  const api = useApi();
  const [problem, setProblem] = useState<unknown>();
  const [isRunning, setRunning] = useState(false);
  const canUndo = useUntil(work.undo?.until);
  const { id, note, undo, version } = work;
  if (!note && !(undo && canUndo)) return null;
  const takeBack = async () => {
    setRunning(true);
    setProblem(undefined);
    try {
      await show(await api.send<OpenWork>(`/api/workflows/${encodeURIComponent(id)}/undo`, { version }));
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
