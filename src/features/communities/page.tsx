/** A channel's page: the same for everybody in it. */
import { Frame } from '../../tab/parts/frame.tsx';
import { Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';

export function CommunityPage() {
  const words = useWords();
  return (
    <Frame title={words('page.community')}>
      <Loading />
    </Frame>
  );
}
