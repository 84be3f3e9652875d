/** One's own data as a file, made in the browser from what the server answers. */
import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useApi } from '../../tab/api.ts';
import { saveFile } from '../../tab/parts/save-file.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';

export function Download() {
  const words = useWords();
  const api = useApi();
  const [isRunning, setRunning] = useState(false);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const download = async () => {
    setRunning(true);
    setProblem(undefined);
    try {
      const text = JSON.stringify(await api.get<object>('/api/me/data'), undefined, 2);
      saveFile({ name: file, type: 'application/json', content: text });
      setNote(words('about.downloaded', { file }));
    } catch (error) {
      setProblem(error);
    }
    setRunning(false);
  };
  return (
    <>
      <Text>{words('about.dataText')}</Text>
      {problem !== undefined && <Failed error={problem} />}
      <Button onClick={download} disabledFocusable={isRunning}>
        {words('about.download')}
      </Button>
      <Text role="status">{note}</Text>
    </>
  );
}

const file = 'fieldbook-my-data.json';
