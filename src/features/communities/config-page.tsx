/** Sets up the page of a channel. */
import { Frame } from '../../tab/parts/frame.tsx';
import { Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';

export function ConfigPage() {
  const words = useWords();
  return (
    <Frame title={words('page.config')}>
      <Loading />
    </Frame>
  );
}
