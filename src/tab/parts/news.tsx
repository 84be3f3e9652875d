/** Says beside a page's heading what changed since its list was shown; the list does not move until it is asked to. */
import { Button } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import { useWords } from '../words.ts';
import type { Queue } from './queue.ts';
import { Failed } from './states.tsx';

export function News({ queue: { newcomers, gone, showNewest } }: { queue: Queue }) {
  const words = useWords();
  const said = [
    ...(newcomers > 0 ? [words('work.newcomers', { count: newcomers })] : []),
    ...(gone.size > 0 ? [words('work.goneCount', { count: gone.size })] : []),
  ].join(', ');
  return (
    <span role="status">
      {said !== '' && (
        <Button icon={<ArrowSyncRegular />} onClick={showNewest}>
          {words('work.showList', { news: said })}
        </Button>
      )}
    </span>
  );
}

/** The server is away: what is shown stays. Being asked to slow down passes by itself and is not worth a word. */
export function Away({ queue: { error, lines, retry } }: { queue: Queue }) {
  return error && lines && error.code !== 'rate_limited' ? <Failed error={error} retry={retry} /> : undefined;
}
