/** One's own data as a file, made in the browser from what the server answers. */
import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useApi } from '../../tab/api.ts';
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
      save(JSON.stringify(await api.get<object>('/api/me/data'), undefined, 2));
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

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
