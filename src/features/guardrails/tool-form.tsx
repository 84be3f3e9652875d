/** The fields of a tool: for a new one those that matter, the rest has a place too. */
import { Button, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ApiError } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { ToolDetail } from './contract.ts';
import { Buttons, Labelled } from './parts.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, maxWidth: '36rem' },
});

const kinds = [
  'assistant',
  'meetingNotes',
  'insideOtherSystem',
  'imageMaker',
  'transcription',
  'code',
  'other',
] as const;
const accounts = ['work', 'personal', 'none'] as const;

export interface ToolFields {
  readonly name: string;
  readonly vendor?: string;
  readonly kind: ToolDetail['kind'];
  readonly account: ToolDetail['account'];
  readonly aliases: readonly string[];
}

interface ToolFormProps {
  readonly start?: ToolDetail;
  /** Rejects with what is wrong. */
  save(fields: ToolFields): Promise<void>;
  cancel?(): void;
}

export function ToolForm({ start, save, cancel }: ToolFormProps) {
  const words = useWords();
  const styles = useStyles();
  const [name, setName] = useState(start?.name ?? '');
  const [vendor, setVendor] = useState(start?.vendor ?? '');
  const [kind, setKind] = useState<ToolDetail['kind']>(start?.kind ?? 'assistant');
  const [account, setAccount] = useState<ToolDetail['account']>(start?.account ?? 'work');
  const [aliases, setAliases] = useState(start?.aliases.join(', ') ?? '');
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const wrong = (path: string) =>
    error instanceof ApiError ? error.fields.find((field) => field.path.split('.')[0] === path)?.message : undefined;
  const isPlaced = error instanceof ApiError && error.fields.length > 0;

  async function submit() {
    setBusy(true);
    setError(undefined);
    const listed = aliases.split(',').map((each) => each.trim());
    await save({
      ...{ name, kind, account, aliases: listed.filter((each) => each !== '') },
      ...(vendor.trim() ? { vendor } : {}),
    }).catch(setError);
    setBusy(false);
  }

  return (
    <div className={styles.form}>
      <Labelled label={words('tools.name')} required problem={wrong('name')}>
        <Input value={name} maxLength={80} onChange={(_, { value }) => setName(value)} />
      </Labelled>
      <Labelled label={words('tools.vendor')} problem={wrong('vendor')}>
        <Input value={vendor} maxLength={60} onChange={(_, { value }) => setVendor(value)} />
      </Labelled>
      <Labelled label={words('tools.kind')}>
        <Select value={kind} onChange={(_, { value }) => setKind(kinds.find((each) => each === value) ?? 'other')}>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {words(`tools.kind.${each}`)}
            </option>
          ))}
        </Select>
      </Labelled>
      <Labelled label={words('tools.account')} hint={words('tools.accountHint')}>
        <Select
          value={account}
          onChange={(_, { value }) => setAccount(accounts.find((each) => each === value) ?? 'work')}
        >
          {accounts.map((each) => (
            <option key={each} value={each}>
              {words(`tools.account.${each}`)}
            </option>
          ))}
        </Select>
      </Labelled>
      <Labelled label={words('tools.aliases')} hint={words('tools.aliasesHint')} problem={wrong('aliases')}>
        <Input value={aliases} onChange={(_, { value }) => setAliases(value)} />
      </Labelled>
      {error !== undefined && !isPlaced && <Failed error={error} />}
      <Buttons>
        <Button appearance="primary" onClick={submit} disabledFocusable={isBusy}>
          {words('tools.save')}
        </Button>
        {cancel && <Button onClick={cancel}>{words('tools.cancel')}</Button>}
      </Buttons>
    </div>
  );
}
