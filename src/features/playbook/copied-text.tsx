/** Copying with ways out: the clipboard, then the old command, then the text itself, selected, to copy by hand. */
import { Button, Field, MessageBar, MessageBarBody, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useWords } from '../../tab/words.ts';
import type { FillReply } from './contract.ts';

const useStyles = makeStyles({ done: { display: 'grid', gap: tokens.spacingVerticalS } });

/** True when the text is on the clipboard. A host may forbid the new way, and a browser the old one. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByCommand(text);
  }
}

function copiedByCommand(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (before instanceof HTMLElement) before.focus();
  }
}

interface Props {
  readonly answer: Extract<FillReply, { kind: 'filled' }>;
  readonly isCopied: boolean;
}

export function CopiedText({ answer, isCopied }: Props) {
  const words = useWords();
  const styles = useStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!isCopied) field.current?.select();
  }, [isCopied]);
  return (
    <div className={styles.done} role="status">
      <MessageBar intent={isCopied ? 'success' : 'info'} layout="multiline">
        <MessageBarBody>{words(isCopied ? 'playbook.isCopied' : 'playbook.copyByHand')}</MessageBarBody>
      </MessageBar>
      {!isCopied && (
        <Field label={words('playbook.preview')}>
          <Textarea
            textarea={{ ref: field }}
            value={answer.text}
            readOnly
            rows={8}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Field>
      )}
      {answer.launchUrl && (
        <Button as="a" href={answer.launchUrl} target="_blank" rel="noreferrer">
          {words('playbook.openInTool')}
        </Button>
      )}
    </div>
  );
}
