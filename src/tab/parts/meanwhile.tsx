/** Above an open item: what was just done and how to take it back, what a colleague did, whether the server is there. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';

import { useState } from 'react';
import type { WorkLine } from '../../core/work-item.ts';
import type { ApiError } from '../api.ts';
import { useWords } from '../words.ts';
import { newestFirst } from './history.tsx';
import type { Opened } from './open-item.ts';
import { sentenceOf } from './states.tsx';
import { useUntil } from './until.ts';
import { useWhens } from './when.ts';
import type { OpenItem } from './work.ts';

interface Props {
  readonly opened: Opened;
  readonly item: OpenItem;
  readonly next: WorkLine | undefined;
  onNext(line: WorkLine): void;
}

export function Meanwhile({ opened, item, next, onNext }: Props) {
  return (
    <>
      {opened.late && <Overtaken error={opened.late} item={item} />}
      {opened.newer && <Newer newer={opened.newer} show={opened.showNewer} />}
      <Done opened={opened} item={item} next={next} onNext={onNext} />
    </>
  );
}

/** Who did what last, in one sentence; empty where the history says nothing. */
function useLastAct({ history }: OpenItem): string {
  const words = useWords();
  const { near } = useWhens();
  const [last] = newestFirst(history);
  return last ? words('work.lastAct', { who: last.who, what: last.what, near: near(last.at) }) : '';
}

function Overtaken({ error, item }: { error: ApiError; item: OpenItem }) {
  const words = useWords();
  const last = useLastAct(item);
  return (
    <MessageBar layout="multiline" intent="warning" role="alert">
      <MessageBarBody>
        {sentenceOf(error, words)} {last} {words('work.keptTyped')}
      </MessageBarBody>
    </MessageBar>
  );
}

function Newer({ newer, show }: { newer: OpenItem; show(): void }) {
  const words = useWords();
  const last = useLastAct(newer);
  return (
    <MessageBar layout="multiline" intent="info" role="status">
      <MessageBarBody>
        {last || words('work.changed')} {words('work.keptTyped')}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={show}>
          {words('work.showNewer')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Done({ opened, item, next, onNext }: Props) {
  const words = useWords();
  const [problem, setProblem] = useState<ApiError>();
  const canUndo = useUntil(item.undo?.until);
  const undo = canUndo ? item.undo : undefined;
  if (!item.note && !undo) return undefined;
  const takeBack = async () => {
    const ran = await opened.run('undo');
    setProblem(ran.kind === 'refused' ? ran.error : undefined);
  };
  return (
    <MessageBar layout="multiline" intent={problem ? 'error' : item.note ? 'success' : 'info'} role="status">
      <MessageBarBody>{problem ? sentenceOf(problem, words) : (item.note ?? words('work.canUndo'))}</MessageBarBody>
      <MessageBarActions>
        {undo && (
          <Button size="small" disabledFocusable={opened.isRunning} onClick={takeBack}>
            {undo.label}
          </Button>
        )}
        {item.note && next && (
          <Button size="small" appearance="primary" onClick={() => onNext(next)}>
            {words('work.next')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
