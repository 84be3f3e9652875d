/** Says above a list what changed since it was shown, and that the server is away; the list itself does not move. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useWords } from '../words.ts';
import type { Queue } from './queue.ts';
import { Failed } from './states.tsx';

export function News({ queue }: { queue: Queue }) {
  const words = useWords();
  const { newcomers, gone, error, lines } = queue;
  // Being asked to slow down passes by itself and takes nothing away.
  if (error && lines && error.code !== 'rate_limited') return <Failed error={error} retry={queue.retry} />;
  if (newcomers + gone.size === 0) return undefined;
  return (
    <MessageBar intent="info" layout="multiline" role="status">
      <MessageBarBody>
        {newcomers > 0 && words('work.newcomers', { count: newcomers })}{' '}
        {gone.size > 0 && words('work.goneCount', { count: gone.size })}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={queue.showNewest}>
          {words('work.showList')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
