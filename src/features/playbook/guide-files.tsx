/** The scenario on one page, as a file to hand out. */
import { FileButtons } from '../../tab/parts/file-buttons.tsx';
import { useWords } from '../../tab/words.ts';

export function GuideFiles({ id }: { id: string }) {
  const words = useWords();
  const path = `/api/scenarios/${id}/guide?as=`;
  return (
    <FileButtons
      title={words('portable.onOnePage')}
      look={{ size: 'small' }}
      files={[
        { label: 'PDF', path: `${path}pdf` },
        { label: 'Word', path: `${path}docx` },
        { label: 'Markdown', path: `${path}md` },
      ]}
    />
  );
}
