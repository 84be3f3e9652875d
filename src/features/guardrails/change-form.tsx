/** Logs a change of a tool: what happened, and which scenarios are to be looked at because of it, said before it is saved. */
import { Button, Input, makeStyles, Select, Switch, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Preview, WorkItem } from '../../core/work-item.ts';
import { ApiError, useApi, useData, useRefresh } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Failed } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import type { ChangeBody, ToolsReply } from './contract.ts';
import { Buttons, Labelled, Lines, PageLink, Panel, Quiet } from './parts.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM, maxWidth: '40rem' },
});

const kinds = ['newFeature', 'changedBehaviour', 'terms', 'dataHandling', 'outage', 'removed'] as const;

export function ChangeForm() {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const refresh = useRefresh();
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('tool') ?? '';
  const { data: tools, error: loading, mutate } = useData<ToolsReply>('/api/tools');
  const [typed, setTyped] = useState<ChangeBody>({
    ...{ toolId: asked, title: '', what: '', kind: 'changedBehaviour', happenedOn: today(), needsCheck: true },
  });
  const [preview, setPreview] = useState<Preview>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);

  const change = (part: Partial<ChangeBody>) => {
    setTyped({ ...typed, ...part });
    setPreview(undefined);
  };
  const { sourceUrl, ...rest } = typed;
  const body = { ...rest, ...(sourceUrl ? { sourceUrl } : {}) };
  const wrong = (path: string) =>
    error instanceof ApiError ? error.fields.find((field) => field.path === path)?.message : undefined;
  const isPlaced = error instanceof ApiError && error.fields.length > 0;

  async function run(work: () => Promise<void>) {
    setBusy(true);
    setError(undefined);
    await work().catch(setError);
    setBusy(false);
  }
  const look = () => run(async () => setPreview(await api.send<Preview>('/api/tool-changes/preview', { body })));
  const save = () =>
    run(async () => {
      const { id } = await api.send<WorkItem>('/api/tool-changes', { body });
      await refresh('/api/tool-changes', '/api/tools', '/api/rules');
      go(`/tools/changes/${id}`);
    });

  return (
    <Frame title={words('tools.logChange')}>
      <PageLink to="/tools?show=changes">{words('tools.back')}</PageLink>
      {loading && <Failed error={loading} retry={() => mutate()} />}
      <div className={styles.form}>
        <Labelled label={words('tools.tool')} required problem={wrong('toolId')}>
          <Select value={typed.toolId} onChange={(_, { value }) => change({ toolId: value })}>
            <option value="">{words('tools.pick')}</option>
            {tools?.items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Labelled>
        <Labelled label={words('tools.changeTitle')} required problem={wrong('title')}>
          <Input value={typed.title} maxLength={80} onChange={(_, { value }) => change({ title: value })} />
        </Labelled>
        <Labelled label={words('tools.changeWhat')} required problem={wrong('what')}>
          <Textarea
            value={typed.what}
            maxLength={600}
            rows={4}
            resize="vertical"
            onChange={(_, { value }) => change({ what: value })}
          />
        </Labelled>
        <Labelled label={words('tools.changeKind')} hint={words('tools.changeKindHint')}>
          <Select
            value={typed.kind}
            onChange={(_, { value }) => change({ kind: kinds.find((each) => each === value) ?? 'changedBehaviour' })}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {words(`tools.changeKind.${each}`)}
              </option>
            ))}
          </Select>
        </Labelled>
        <Labelled label={words('tools.happenedOn')} required problem={wrong('happenedOn')}>
          <Input type="date" value={typed.happenedOn} onChange={(_, { value }) => change({ happenedOn: value })} />
        </Labelled>
        <Labelled label={words('tools.source')} hint={words('tools.sourceHint')} problem={wrong('sourceUrl')}>
          <Input type="url" value={sourceUrl ?? ''} onChange={(_, { value }) => change({ sourceUrl: value })} />
        </Labelled>
        <Switch
          checked={typed.needsCheck}
          onChange={(_, { checked }) => change({ needsCheck: checked })}
          label={words('tools.needsCheck')}
        />
        {error !== undefined && !isPlaced && <Failed error={error} />}
        {preview && (
          <Panel heading={words('tools.previewTitle')}>
            <Lines lines={preview.changes} />
            {preview.told.length > 0 && <Quiet>{words('tools.told')}</Quiet>}
            <Lines lines={preview.told} />
          </Panel>
        )}
        <Buttons>
          <Button appearance="primary" onClick={preview ? save : look} disabledFocusable={isBusy}>
            {words(preview ? 'tools.save' : 'tools.look')}
          </Button>
        </Buttons>
      </div>
    </Frame>
  );
}

/** Of the reader's own calendar. */
const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};
