/** The same thing in several kinds of file, side by side, with one line for what came of the last press. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../words.ts';
import { FileButton, type FileButtonProps } from './file-button.tsx';
import { Failed } from './states.tsx';

const useStyles = makeStyles({
  all: { display: 'grid', gap: tokens.spacingVerticalXS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly title: string;
  readonly files: readonly { readonly path: string; readonly label: string }[];
  readonly look?: FileButtonProps['look'];
}

export function FileButtons({ title, files, look = {} }: Props) {
  const words = useWords();
  const styles = useStyles();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>();
  return (
    <div className={styles.all}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around buttons */}
      <div className={styles.row} role="group" aria-label={title}>
        <Text weight="semibold">{title}</Text>
        {files.map(({ path, label }) => (
          <FileButton
            key={label}
            {...{ path, label, look }}
            onSaved={(file) => setNote(words('portable.saved', { file }))}
            onProblem={setProblem}
          />
        ))}
      </div>
      {problem !== undefined && <Failed error={problem} />}
      <Text role="status" size={200}>
        {note}
      </Text>
    </div>
  );
}
