/** What was typed for something that cannot be done any more is not thrown away: it can be copied. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ItemAction, WorkLine } from '../../core/work-item.ts';
import { useWords } from '../words.ts';
import { actionKey } from './action-values.ts';
import { type Drafts, keyOf } from './work.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'all' },
});

interface Props {
  readonly drafts: Drafts;
  readonly named: Pick<WorkLine, 'kind' | 'id'>;
  readonly actions: readonly ItemAction[];
}

export function Typed({ drafts, named, actions }: Props) {
  const words = useWords();
  const styles = useStyles();
  const [, say] = useState(0);
  const start = `${keyOf(named)}/`;
  const homeless = [...drafts].filter(
    ([key]) => key.startsWith(start) && !actions.some((action) => key === `${start}${actionKey(action)}`),
  );
  const text = homeless.flatMap(([, { texts }]) => texts).join('\n');
  if (text === '') return undefined;
  const drop = () => {
    for (const [key] of homeless) drafts.delete(key);
    say((count) => count + 1);
  };
  return (
    <section className={styles.box}>
      <h3 className={styles.heading}>{words('work.typed')}</h3>
      <p className={styles.text}>{text}</p>
      <Button size="small" onClick={drop}>
        {words('work.drop')}
      </Button>
    </section>
  );
}
