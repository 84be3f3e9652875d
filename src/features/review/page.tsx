/** What waits to be decided, in one list. */
import { Frame } from '../../tab/parts/frame.tsx';
import { Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';

export function ReviewPage() {
  const words = useWords();
  return (
    <Frame title={words('page.review')}>
      <Loading />
    </Frame>
  );
}
