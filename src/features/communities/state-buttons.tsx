/** Pause, go on, archive: what the state of a community lets this reader do. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';
import type { CommunityDetail } from './contract.ts';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

interface Props {
  readonly state: CommunityDetail['state'];
  readonly isAdmin: boolean;
  send(event: 'pause' | 'resume' | 'archive'): unknown;
}

export function StateButtons({ state, isAdmin, send }: Props) {
  const words = useWords();
  const styles = useStyles();
  return (
    <div className={styles.row}>
      {state === 'active' ? (
        <Button onClick={() => send('pause')}>{words('community.pause')}</Button>
      ) : (
        <Button onClick={() => send('resume')}>{words('community.resume')}</Button>
      )}
      {isAdmin && state !== 'archived' && <Button onClick={() => send('archive')}>{words('community.archive')}</Button>}
    </div>
  );
}
