/** Notes that were typed for a recap which somebody else closed meanwhile: they can be copied before they are thrown away. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useContext, useState } from 'react';
import { useWords } from '../../tab/words.ts';
import { KeptContext } from './kept.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'all' },
});

export const recapKey = (sessionId: string): string => `recap/${sessionId}`;

export function TypedNotes({ sessionId }: { sessionId: string }) {
  const words = useWords();
  const styles = useStyles();
  const kept = useContext(KeptContext);
  const [, draw] = useState(0);
  const typed = kept.get(recapKey(sessionId)) as { readonly notes: string } | undefined;
  if (!typed || typed.notes.trim() === '') return undefined;
  const drop = () => {
    kept.delete(recapKey(sessionId));
    draw((times) => times + 1);
  };
  return (
    <section className={styles.box}>
      <h3 className={styles.heading}>{words('work.typed')}</h3>
      <p className={styles.text}>{typed.notes}</p>
      <Button size="small" onClick={drop}>
        {words('work.drop')}
      </Button>
    </section>
  );
}
