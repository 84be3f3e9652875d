/** What Fieldbook stores and why, and whether it is set up well. */
import { Frame } from '../../tab/parts/frame.tsx';
import { Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';

export function AboutPage() {
  const words = useWords();
  return (
    <Frame title={words('page.about')}>
      <Loading />
    </Frame>
  );
}
