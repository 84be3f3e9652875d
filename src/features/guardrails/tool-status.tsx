/** Whether a tool may be used at all: not for now, no longer, or again; with the reason that everyone reads, and what to use instead. */
import { Button, makeStyles, Radio, RadioGroup, Select, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ApiError, useApi, useData } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { ToolDetail, ToolsReply } from './contract.ts';
import { Buttons, Labelled, Panel } from './parts.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, maxWidth: '36rem' },
});

interface ToolStatusProps {
  readonly tool: ToolDetail & { readonly version: string };
  done(): unknown;
  cancel(): void;
}

export function ToolStatus({ tool, done, cancel }: ToolStatusProps) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const isOpen = tool.status.id === 'active';
  const { data: tools } = useData<ToolsReply>(isOpen ? '/api/tools' : undefined);
  const [event, setEvent] = useState<'block' | 'retire'>('block');
  const [reason, setReason] = useState('');
  const [replacementId, setReplacement] = useState('');
  const [error, setError] = useState<unknown>();
  const wrong = error instanceof ApiError ? error.fields.find(({ path }) => path === 'reason')?.message : undefined;

  async function save() {
    setError(undefined);
    try {
      const body = { reason, ...(replacementId ? { replacementId } : {}) };
      await api.send(`/api/tools/${tool.id}/${isOpen ? event : 'reopen'}`, { body, version: tool.version });
      await done();
    } catch (failed) {
      setError(failed);
    }
  }

  return (
    <Panel heading={words(isOpen ? 'tools.shut' : 'tools.reopen')}>
      <div className={styles.form}>
        {isOpen && (
          <Labelled label={words('tools.howShut')}>
            <RadioGroup value={event} onChange={(_, { value }) => setEvent(value === 'retire' ? 'retire' : 'block')}>
              <Radio value="block" label={words('tools.block')} />
              <Radio value="retire" label={words('tools.retire')} />
            </RadioGroup>
          </Labelled>
        )}
        <Labelled label={words('tools.reason')} hint={words('tools.reasonHint')} required problem={wrong}>
          <Textarea value={reason} maxLength={240} resize="vertical" onChange={(_, { value }) => setReason(value)} />
        </Labelled>
        {isOpen && (
          <Labelled label={words('tools.replacement')}>
            <Select value={replacementId} onChange={(_, { value }) => setReplacement(value)}>
              <option value="">{words('tools.noReplacement')}</option>
              {tools?.items
                .filter(({ id, status }) => id !== tool.id && status.id === 'active')
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </Select>
          </Labelled>
        )}
        {error !== undefined && wrong === undefined && <Failed error={error} />}
        <Buttons>
          <Button appearance="primary" onClick={save}>
            {words('tools.save')}
          </Button>
          <Button onClick={cancel}>{words('tools.cancel')}</Button>
        </Buttons>
      </div>
    </Panel>
  );
}
