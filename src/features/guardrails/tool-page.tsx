/** One tool whole: what it may see and why, what stands in for it, what changed in it; its fields and whether it is used at all. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useApi, useData, useRefresh } from '../../tab/api.ts';
import { opened } from '../../tab/opened.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { useDays } from './cell-dialog.tsx';
import { ChangePanel } from './change-list.tsx';
import type { ToolDetail } from './contract.ts';
import { Mark } from './mark.tsx';
import { Buttons, Facts, Lines, PageLink, Panel, Plain, Quiet } from './parts.tsx';
import { ToolForm } from './tool-form.tsx';
import { ToolStatus } from './tool-status.tsx';
import { UndoBar } from './undo-bar.tsx';

const CellDialog = opened(async () => (await import('./cell-dialog.tsx')).CellDialog, null);

const useStyles = makeStyles({
  cells: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(20rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
});

export type VersionedTool = ToolDetail & { readonly version: string };

export function ToolPage({ id }: { id: string }) {
  const words = useWords();
  const { data, error, mutate } = useData<VersionedTool>(`/api/tools/${encodeURIComponent(id)}`);
  return (
    <Frame title={data?.name ?? words('page.tools')}>
      <PageLink to="/tools">{words('tools.back')}</PageLink>
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {data && <Tool tool={data} />}
    </Frame>
  );
}

function Tool({ tool }: { tool: VersionedTool }) {
  const words = useWords();
  const styles = useStyles();
  const api = useApi();
  const refresh = useRefresh();
  const { date } = useDays();
  const [doing, setDoing] = useState<'fields' | 'status'>();
  const [classId, setClassId] = useState<string>();
  const dataClass = tool.classes.find(({ id }) => id === classId);
  const isOpen = tool.status.id === 'active';
  const facts = [
    { label: words('tools.status'), value: tool.status.word },
    { label: words('tools.reason'), value: tool.status.reason },
    { label: words('tools.vendor'), value: tool.vendor === '-' ? '' : tool.vendor },
    { label: words('tools.kind'), value: tool.kindWord },
    { label: words('tools.account'), value: tool.accountWord },
    { label: words('tools.owner'), value: tool.owner },
    { label: words('tools.aliases'), value: tool.aliases.join(', ') },
    { label: words('tools.reviewDue'), value: date(tool.reviewDue) },
  ];
  const changed = () => refresh('/api/tools', '/api/rules').then(() => setDoing(undefined));
  return (
    <>
      {tool.canEdit && (
        <Buttons>
          <Button onClick={() => setDoing('fields')}>{words('tools.editTool')}</Button>
          <Button onClick={() => setDoing('status')}>{words(isOpen ? 'tools.shut' : 'tools.reopen')}</Button>
        </Buttons>
      )}
      {tool.canEdit && <UndoBar toolId={tool.id} />}
      {doing === 'fields' && (
        <Panel heading={words('tools.editTool')}>
          <ToolForm
            start={tool}
            cancel={() => setDoing(undefined)}
            save={async (fields) => {
              await api.send(`/api/tools/${tool.id}`, { method: 'PATCH', body: fields, version: tool.version });
              await changed();
            }}
          />
        </Panel>
      )}
      {doing === 'status' && <ToolStatus tool={tool} done={changed} cancel={() => setDoing(undefined)} />}
      <Panel heading={words('tools.about')}>
        <Facts facts={facts.filter(({ value }) => value !== '')} />
        {tool.alternatives.length > 0 && (
          <Plain>{words('tools.alternatives', { names: tool.alternatives.map(({ name }) => name).join(', ') })}</Plain>
        )}
      </Panel>
      <div className={styles.cells}>
        {tool.classes.map(({ id, name, examples }, at) => {
          const cell = tool.cells[at];
          return (
            cell && (
              <Panel key={id} heading={words('tools.classData', { name })}>
                <div>
                  <Mark look={cell} />
                </div>
                <Lines lines={cell.conditions} />
                {cell.reasons.map((reason) => (
                  <Plain key={reason}>{reason}</Plain>
                ))}
                <Quiet>{words('tools.classExamples', { examples: examples.slice(0, 4).join(', ') })}</Quiet>
                <Buttons>
                  <Button
                    size="small"
                    onClick={() => setClassId(id)}
                    aria-label={words('tools.detailsOf', { name })}
                    aria-haspopup="dialog"
                  >
                    {words(tool.canEdit ? 'tools.setCell' : 'tools.details')}
                  </Button>
                </Buttons>
              </Panel>
            )
          );
        })}
      </div>
      {tool.changes.length > 0 && <h2 style={{ margin: 0 }}>{words('tools.changes')}</h2>}
      {tool.changes.map((change) => (
        <ChangePanel key={change.id} change={change} />
      ))}
      {dataClass && (
        <CellDialog tool={tool} dataClass={dataClass} canEdit={tool.canEdit} close={() => setClassId(undefined)} />
      )}
    </>
  );
}

/** A tool that comes onto the list: every kind of data is still to be decided. */
export function NewTool() {
  const words = useWords();
  const api = useApi();
  const refresh = useRefresh();
  const [, go] = useLocation();
  return (
    <Frame title={words('tools.addTool')}>
      <PageLink to="/tools">{words('tools.back')}</PageLink>
      <Plain>{words('tools.addToolText')}</Plain>
      <ToolForm
        save={async (fields) => {
          const { id } = await api.send<ToolDetail>('/api/tools', { body: fields });
          await refresh('/api/tools');
          go(`/tools/${id}`);
        }}
      />
    </Frame>
  );
}
