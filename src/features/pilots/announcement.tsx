/** A text for the department, to be changed and sent by hand. */
import { Button, Text } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { copied } from '../../tab/parts/copied.ts';
import { useWords } from '../../tab/words.ts';
import { Part, usePilotStyles } from './pilot-parts.tsx';

export function Announcement({ text }: { text: string }) {
  const words = useWords();
  const styles = usePilotStyles();
  const [said, setSaid] = useState<'pilot.copied' | 'pilot.copyByHand'>();
  return (
    <Part title={words('pilot.announce')}>
      <Text className={styles.quiet}>{words('pilot.announceText')}</Text>
      <Text className={styles.text}>{text}</Text>
      <div className={styles.row}>
        <Button
          icon={<CopyRegular />}
          onClick={async () => setSaid((await copied(text)) ? 'pilot.copied' : 'pilot.copyByHand')}
        >
          {words('pilot.copy')}
        </Button>
        <span role="status">{said && words(said)}</span>
      </div>
    </Part>
  );
}
