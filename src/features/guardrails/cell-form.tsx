/** Sets one cell: the answer, its conditions, the reason; what changes and for whom is shown before it is saved. */
import { Button, makeStyles, Radio, RadioGroup, Spinner, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Preview } from '../../core/work-item.ts';
import { ApiError, useApi, useData, useRefresh } from '../../tab/api.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { ToolDetail } from './contract.ts';
import { Buttons, Labelled, Lines, Panel, Quiet } from './parts.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
});

const verdicts = ['allowed', 'withConditions', 'notAllowed', 'undecided'] as const;
type Verdict = (typeof verdicts)[number];
type Versioned = ToolDetail & { readonly version: string };

interface CellFormProps {
  readonly toolId: string;
  readonly dataClassId: string;
  done(): void;
}

/** What is edited is read first: a change is refused when somebody was faster, and nothing typed is lost. */
export function CellForm(props: CellFormProps) {
  const { data, error, mutate } = useData<Versioned>(`/api/tools/${props.toolId}`, { revalidateOnFocus: false });
  if (error) return <Failed error={error} retry={() => mutate()} />;
  if (!data) return <Spinner />;
  return <Form {...props} tool={data} reload={() => mutate()} />;
}

interface Typed {
  readonly verdict: Verdict;
  readonly conditions: string;
  readonly reason: string;
}

function Form({ toolId, dataClassId, tool, done, reload }: CellFormProps & { tool: Versioned; reload(): unknown }) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const refresh = useRefresh();
  const rule = tool.rules.find((each) => each.dataClassId === dataClassId);
  const [typed, setTyped] = useState<Typed>({
    verdict: rule?.verdict ?? 'undecided',
    conditions: rule?.conditions.join('\n') ?? '',
    reason: '',
  });
  const [preview, setPreview] = useState<Preview>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    setPreview(undefined);
  };
  const body = {
    ...{ dataClassId, verdict: typed.verdict, reason: typed.reason },
    conditions: typed.verdict === 'withConditions' ? linesOf(typed.conditions) : [],
  };

  async function run(work: () => Promise<unknown>) {
    setBusy(true);
    setError(undefined);
    await work().catch(setError);
    setBusy(false);
  }
  const look = () =>
    run(async () => setPreview(await api.send<Preview>(`/api/tools/${toolId}/rule/preview`, { body })));
  const save = () =>
    run(async () => {
      await api.send(`/api/tools/${toolId}/rule`, { body, version: tool.version });
      await refresh('/api/tools', '/api/decisions', '/api/rules');
      done();
    });

  const wrong = (path: string) =>
    error instanceof ApiError ? error.fields.find((field) => field.path.split('.')[0] === path)?.message : undefined;
  const isPlaced = error instanceof ApiError && error.fields.length > 0;
  const isStale = error instanceof ApiError && error.code === 'stale';

  return (
    <div className={styles.form}>
      <Labelled label={words('tools.answer')} required>
        <RadioGroup value={typed.verdict} onChange={(_, { value }) => change({ verdict: value as Verdict })}>
          {verdicts.map((each) => (
            <Radio key={each} value={each} label={words(`tools.verdict.${each}`)} />
          ))}
        </RadioGroup>
      </Labelled>
      {typed.verdict === 'withConditions' && (
        <Labelled
          label={words('tools.conditions')}
          hint={words('tools.conditionsHint')}
          problem={wrong('conditions')}
          required
        >
          <Textarea
            value={typed.conditions}
            onChange={(_, { value }) => change({ conditions: value })}
            rows={4}
            resize="vertical"
          />
        </Labelled>
      )}
      <Labelled label={words('tools.reason')} hint={words('tools.reasonHint')} problem={wrong('reason')} required>
        <Textarea
          value={typed.reason}
          onChange={(_, { value }) => change({ reason: value })}
          maxLength={240}
          resize="vertical"
        />
      </Labelled>
      {rule?.reason && <Quiet>{words('tools.reasonNow', { reason: rule.reason })}</Quiet>}
      {error !== undefined && !isPlaced && <Failed error={error} {...(isStale ? { retry: reload } : {})} />}
      {preview && (
        <Panel heading={words('tools.previewTitle')} level="h3">
          <Lines lines={preview.changes} />
          {preview.told.length > 0 && <Quiet>{words('tools.told')}</Quiet>}
          <Lines lines={preview.told} />
        </Panel>
      )}
      <Buttons>
        {preview ? (
          <Button appearance="primary" onClick={save} disabled={isBusy}>
            {words('tools.save')}
          </Button>
        ) : (
          <Button appearance="primary" onClick={look} disabled={isBusy}>
            {words('tools.look')}
          </Button>
        )}
        <Button onClick={done}>{words('tools.cancel')}</Button>
      </Buttons>
    </div>
  );
}

/** One condition in each line. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
