/** Who may do what. */
import { Frame } from '../../tab/parts/frame.tsx';
import { Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';

export function PeoplePage() {
  const words = useWords();
  return (
    <Frame title={words('page.people')}>
      <Loading />
    </Frame>
  );
}
