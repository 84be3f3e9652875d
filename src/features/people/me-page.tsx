/** What is mine: what I asked and shared, my settings, my data. */
import { Frame } from '../../tab/parts/frame.tsx';
import { Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';

export function MePage() {
  const words = useWords();
  return (
    <Frame title={words('page.me')}>
      <Loading />
    </Frame>
  );
}
