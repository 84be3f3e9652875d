/** Puts a session or a whole series into a calendar: as a file that every calendar opens. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CalendarAddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useApi } from '../../tab/api.ts';
import { saveFile } from '../../tab/parts/save-file.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { CalendarFile } from './session-contract.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
});

/** `of` is a session or a series: `sessions/<id>`. */
export function CalendarButton({ of, label }: { of: string; label: string }) {
  const styles = useStyles();
  const words = useWords();
  const api = useApi();
  const [isRunning, setRunning] = useState(false);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const save = async () => {
    setRunning(true);
    setProblem(undefined);
    try {
      const { name, text } = await api.get<CalendarFile>(`/api/${of}/calendar`);
      saveFile({ name, content: text, type: 'text/calendar' });
      setNote(words('hours.saved', { file: name }));
    } catch (error) {
      setProblem(error);
    }
    setRunning(false);
  };
  return (
    <div className={styles.box}>
      <Button icon={<CalendarAddRegular />} onClick={save} disabledFocusable={isRunning}>
        {label}
      </Button>
      <Text size={200} role="status">
        {note}
      </Text>
      {problem !== undefined && <Failed error={problem} />}
    </div>
  );
}
