/** One's last change of a tool's cells, taken back in one press as long as that can be done. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useApi, useData, useRefresh } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { ToolDetail } from './contract.ts';

export function UndoBar({ toolId }: { toolId: string }) {
  const words = useWords();
  const api = useApi();
  const refresh = useRefresh();
  const { data } = useData<ToolDetail & { readonly version: string }>(`/api/tools/${encodeURIComponent(toolId)}`);
  const [error, setError] = useState<unknown>();
  if (!data?.undo) return null;
  async function takeBack(version: string) {
    setError(undefined);
    try {
      await api.send(`/api/tools/${toolId}/undo`, { version });
      await refresh('/api/tools', '/api/decisions', '/api/rules');
    } catch (failed) {
      setError(failed);
    }
  }
  if (error !== undefined) return <Failed error={error} />;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>{words('tools.undoText')}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => takeBack(data.version)}>{data.undo.label}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
