/** A text that was copied; where the host forbids that, the text itself, selected, to copy by hand. */
import { Button, Field, MessageBar, MessageBarBody, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useWords } from '../../tab/words.ts';
import type { FillReply } from './contract.ts';
import { HowItWent } from './how-it-went.tsx';

const useStyles = makeStyles({ done: { display: 'grid', gap: tokens.spacingVerticalS } });

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
      {answer.useId && <HowItWent key={answer.useId} useId={answer.useId} />}
    </div>
  );
}
