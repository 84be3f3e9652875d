/** How did it go? One press, kept at once; another press changes it. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useApi } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const results = ['worked', 'neededEdits', 'stuck'] as const;

/** What this part reads of `/api/me/uses/:id/result`. */
interface Said {
  readonly result: { readonly id: string };
  readonly timeLine: string;
}

export function HowItWent({ useId }: { useId: string }) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const [said, setSaid] = useState<Said>();
  const [problem, setProblem] = useState<unknown>();
  const say = async (result: string) => {
    try {
      setSaid(await api.send<Said>(`/api/me/uses/${useId}/result`, { body: { result } }));
      setProblem(undefined);
    } catch (failed) {
      setProblem(failed);
    }
  };
  return (
    <div className={styles.part}>
      <Text weight="semibold" id={`how-${useId}`}>
        {words('playbook.howDidItGo')}
      </Text>
      <fieldset aria-labelledby={`how-${useId}`} style={{ border: 0, margin: 0, padding: 0 }}>
        <div className={styles.buttons}>
          {results.map((result) => (
            <Button
              key={result}
              onClick={() => say(result)}
              appearance={said?.result.id === result ? 'primary' : 'secondary'}
              aria-pressed={said?.result.id === result}
            >
              {words(`playbook.result.${result}`)}
            </Button>
          ))}
        </div>
      </fieldset>
      {problem !== undefined && <Failed error={problem} />}
      <Text role="status" size={200}>
        {said && [words('playbook.resultKept'), said.timeLine].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}
