/** A button that fetches a file and saves it; says where it went, or why it did not come. */
import { Button, type ButtonProps } from '@fluentui/react-components';
import { useState } from 'react';
import { useApi } from '../api.ts';
import { saveFile } from './save-file.ts';

export interface FileButtonProps {
  readonly path: string;
  readonly label: string;
  /** Where one label stands in several places: what this one is about. */
  readonly about?: string;
  readonly look?: Pick<ButtonProps, 'appearance' | 'size'>;
  onSaved(name: string): void;
  onProblem(problem: unknown): void;
}

export function FileButton({ path, label, about, look = {}, onSaved, onProblem }: FileButtonProps) {
  const api = useApi();
  const [isRunning, setRunning] = useState(false);
  const fetchIt = async () => {
    setRunning(true);
    onProblem(undefined);
    try {
      const { name, content } = await api.file(path);
      saveFile({ name, content, type: content.type });
      onSaved(name);
    } catch (error) {
      onProblem(error);
    }
    setRunning(false);
  };
  return (
    <Button {...look} disabledFocusable={isRunning} onClick={fetchIt} {...(about ? { 'aria-label': about } : {})}>
      {label}
    </Button>
  );
}
