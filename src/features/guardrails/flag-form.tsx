/** The offer to ask what nobody has decided: one field, sent where whoever answers finds it, without a name for who wants that. */
import { Button, MessageBar, MessageBarBody, makeStyles, Switch, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { WorkItem } from '../../core/work-item.ts';
import { useApi, useRefresh } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { VerdictAnswerLine } from './contract.ts';
import { Buttons, Labelled, Quiet } from './parts.tsx';

const useStyles = makeStyles({ form: { display: 'grid', gap: tokens.spacingVerticalS, width: '100%' } });

export function FlagForm({ answer }: { answer: VerdictAnswerLine }) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const refresh = useRefresh();
  const [isOpen, setOpen] = useState(false);
  const [question, setQuestion] = useState(words('tools.flagQuestion', { subject: answer.forLine }));
  const [isNameless, setNameless] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const [note, setNote] = useState<string>();

  async function send() {
    setBusy(true);
    setError(undefined);
    const about = answer.tool === '' ? {} : { toolId: answer.toolId };
    const body = { question, anonymous: isNameless, dataClassId: answer.dataClassId, ...about };
    await api
      .send<WorkItem>('/api/flags', { body })
      .then((item) => setNote(item.note ?? item.heading))
      .catch(setError);
    await refresh('/api/me');
    setBusy(false);
  }

  if (note !== undefined)
    return (
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{note}</MessageBarBody>
      </MessageBar>
    );
  if (!isOpen)
    return (
      <>
        <Quiet>{words('tools.flagOffer')}</Quiet>
        <Buttons>
          <Button size="small" appearance="primary" onClick={() => setOpen(true)}>
            {words('tools.flag')}
          </Button>
        </Buttons>
      </>
    );
  return (
    <div className={styles.form}>
      <Labelled label={words('tools.yourQuestion')} hint={words('tools.flagHint')} required>
        <Textarea
          value={question}
          maxLength={800}
          rows={3}
          resize="vertical"
          onChange={(_, { value }) => setQuestion(value)}
        />
      </Labelled>
      <Switch
        checked={isNameless}
        onChange={(_, { checked }) => setNameless(checked)}
        label={words('tools.withoutName')}
      />
      {error !== undefined && <Failed error={error} />}
      <Buttons>
        <Button appearance="primary" onClick={send} disabledFocusable={isBusy}>
          {words('tools.send')}
        </Button>
        <Button onClick={() => setOpen(false)}>{words('tools.cancel')}</Button>
      </Buttons>
    </div>
  );
}
