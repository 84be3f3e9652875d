/** Which tool may see which data, and who decided so. */
import { Frame } from '../../tab/parts/frame.tsx';
import { Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';

export function ToolsPage() {
  const words = useWords();
  return (
    <Frame title={words('page.tools')}>
      <Loading />
    </Frame>
  );
}
