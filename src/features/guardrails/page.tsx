/** "Can I use?" and the rules behind the answer: the matrix, decisions, guardrails, changes; for those who decide also what is due. */
import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { AddRegular, NoteEditRegular } from '@fluentui/react-icons';
import { Route, Switch, useLocation, useSearch } from 'wouter';
import { useData } from '../../tab/api.ts';
import { opened } from '../../tab/opened.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Empty, Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { AskBox } from './ask-box.tsx';
import { ChangeList } from './change-list.tsx';
import type { ToolsReply } from './contract.ts';
import { DueList } from './due-list.tsx';
import { GuardrailList } from './guardrail-list.tsx';
import { Matrix } from './matrix-table.tsx';
import { Quiet } from './parts.tsx';

const ChangeForm = opened(async () => (await import('./change-form.tsx')).ChangeForm);
const DecisionList = opened(async () => (await import('./decision-list.tsx')).DecisionList);
const ItemPage = opened(async () => (await import('./item-view.tsx')).ItemPage);
const NewTool = opened(async () => (await import('./tool-page.tsx')).NewTool);
const ToolPage = opened(async () => (await import('./tool-page.tsx')).ToolPage);

const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
  panel: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
});

export function ToolsPage() {
  return (
    <Switch>
      <Route path="/tools">
        <Rules />
      </Route>
      <Route path="/tools/new">
        <NewTool />
      </Route>
      <Route path="/tools/changes/new">
        <ChangeForm />
      </Route>
      <Route path="/tools/changes/:id">{({ id }) => <ItemPage kind="tool-changes" id={id} />}</Route>
      <Route path="/tools/decisions/:id">{({ id }) => <ItemPage kind="decisions" id={decodeURIComponent(id)} />}</Route>
      <Route path="/tools/:id">{({ id }) => <ToolPage id={id} />}</Route>
    </Switch>
  );
}

const shows = ['matrix', 'decisions', 'guardrails', 'changes', 'due'] as const;
type Show = (typeof shows)[number];

/** What is shown stands behind the `?`: the answer above stays while one looks around. */
function Rules() {
  const words = useWords();
  const styles = useStyles();
  const [, go] = useLocation();
  const search = new URLSearchParams(useSearch());
  const { data, error, mutate } = useData<ToolsReply>('/api/tools');
  const canEdit = data?.canEdit ?? false;
  const show = shows.find((each) => each === search.get('show')) ?? 'matrix';
  return (
    <Frame title={words('page.tools')} actions={canEdit ? <Actions /> : undefined}>
      <AskBox />
      <TabList
        selectedValue={show}
        onTabSelect={(_, { value }) => go(value === 'matrix' ? '/tools' : `/tools?show=${value}`, { replace: true })}
        className={styles.tabs}
        aria-label={words('tools.parts')}
      >
        {shows
          .filter((each) => canEdit || each !== 'due')
          .map((each) => (
            <Tab key={each} value={each} id={`tools-${each}`} aria-controls="tools-shown">
              {words(`tools.show.${each}`)}
            </Tab>
          ))}
      </TabList>
      <div className={styles.panel} role="tabpanel" id="tools-shown" aria-labelledby={`tools-${show}`}>
        {error && !data && <Failed error={error} retry={() => mutate()} />}
        {!data && !error && <Loading />}
        {data && <Shown show={show} reply={data} />}
      </div>
    </Frame>
  );
}

function Shown({ show, reply }: { show: Show; reply: ToolsReply }) {
  const words = useWords();
  switch (show) {
    case 'matrix':
      if (reply.items.length === 0)
        return <Empty title={words('tools.noToolTitle')} text={words('tools.noToolText')} />;
      return (
        <>
          <Quiet>{words('tools.matrixHint')}</Quiet>
          <Matrix reply={reply} />
        </>
      );
    case 'decisions':
      return <DecisionList canEdit={reply.canEdit} />;
    case 'guardrails':
      return <GuardrailList />;
    case 'changes':
      return <ChangeList />;
    case 'due':
      return <DueList />;
  }
}

function Actions() {
  const words = useWords();
  const [, go] = useLocation();
  return (
    <>
      <Button icon={<AddRegular />} onClick={() => go('/tools/new')}>
        {words('tools.addTool')}
      </Button>
      <Button icon={<NoteEditRegular />} onClick={() => go('/tools/changes/new')}>
        {words('tools.logChange')}
      </Button>
    </>
  );
}
