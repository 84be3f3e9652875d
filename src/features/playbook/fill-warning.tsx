/** What was found in a filled prompt before it leaves, and the ways on. */
import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';
import type { FillBody, FillReply } from './contract.ts';
import { Sign } from './sign.tsx';

const useStyles = makeStyles({
  body: { display: 'grid', gap: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  tool: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

interface Props {
  readonly warning: Extract<FillReply, { kind: 'warning' }>;
  readonly back: () => void;
  readonly go: (way: FillBody['go']) => void;
}

export function FillWarning({ warning, back, go }: Props) {
  const words = useWords();
  const styles = useStyles();
  const { heading, intro, findings, tool, alternative, stop, mayMask, goOn } = warning;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <div className={styles.body}>
          <MessageBarTitle>{heading}</MessageBarTitle>
          <span>{intro}</span>
          {findings.length > 0 && (
            <ul className={styles.list}>
              {findings.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          <span className={styles.tool}>
            {tool.name} <Sign verdict={tool.verdict} text={`${tool.sign} ${tool.word}`} />
          </span>
          {[...tool.reasons, alternative, stop].filter(Boolean).map((line) => (
            <span key={line}>{line}</span>
          ))}
          <div className={styles.buttons}>
            {mayMask && (
              <Button appearance="primary" onClick={() => go('mask')}>
                {words('playbook.mask')}
              </Button>
            )}
            <Button onClick={back}>{words('playbook.change')}</Button>
            {stop === '' && <Button onClick={() => go('on')}>{goOn}</Button>}
          </div>
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
