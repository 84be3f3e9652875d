/** The form itself: screens as tabs, the state of saving, what is missing, the end of the work. */
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useWords } from '../../tab/words.ts';
import { CardPreview } from './card-preview.tsx';
import { useDraft } from './draft-saving.tsx';
import type { Edit } from './draft-values.tsx';
import { EditActions, type Note } from './edit-actions.tsx';
import { fieldId, MissingContext } from './edit-fields.tsx';
import { Prepared } from './edit-fold.tsx';
import { GoodRest, GoodScreen } from './edit-good.tsx';
import { MetNote, MissingList, SavingState } from './edit-notes.tsx';
import { People } from './edit-people.tsx';
import { PromptScreen } from './edit-prompts.tsx';
import { TaskScreen } from './edit-task.tsx';
import { TaskRest } from './edit-task-rest.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
    '@media (min-width: 1100px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
  },
  form: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  side: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    '@media (min-width: 1100px)': { position: 'sticky', top: tokens.spacingVerticalM },
  },
  tabs: { flexWrap: 'wrap', marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

const screens = ['task', 'prompt', 'good'] as const;
type ScreenName = (typeof screens)[number];

interface Place {
  readonly screen: ScreenName;
  /** Among what was prepared. */
  readonly isRest: boolean;
}

const onTask = ['title', 'helpsYou', 'problem', 'task', 'roleIds', 'toolIds', 'dataClassId', 'whenNotToUse'];
const onTaskRest = ['whenToUse', 'inputs', 'steps', 'humanCheck', 'time', 'stepOrder', 'tags', 'language'];
const atEnd = ['changeNote', 'ownerId', 'reviewerId'];

/** Where a field stands; undefined for those that are always in sight. */
function placeOf(path: string): Place | undefined {
  const [name = ''] = path.split('.');
  if (atEnd.includes(name)) return undefined;
  if (onTask.includes(name)) return { screen: 'task', isRest: false };
  if (onTaskRest.includes(name)) return { screen: 'task', isRest: true };
  if (name === 'prompts') return { screen: 'prompt', isRest: false };
  return { screen: 'good', isRest: name !== 'goodExample' && name !== 'criteria' };
}

export function EditForm({ edit, begin }: { edit: Edit; begin: (note: Note) => Promise<void> }) {
  const words = useWords();
  const styles = useStyles();
  const draft = useDraft(edit);
  const [screen, setScreen] = useState<ScreenName>('task');
  const [isOpen, setOpen] = useState(false);
  const jump = useJump((place) => {
    setScreen(place.screen);
    if (place.isRest) setOpen(true);
  });
  const at = { edit, draft };
  return (
    <MissingContext value={draft.missing}>
      <MetNote draft={draft} />
      <div className={styles.columns}>
        <div className={styles.form}>
          <SavingState draft={draft} />
          <TabList
            className={styles.tabs}
            selectedValue={screen}
            onTabSelect={(_, { value }) => setScreen(screens.find((each) => each === value) ?? 'task')}
          >
            {screens.map((name, number) => (
              <Tab key={name} id={`screen-${name}`} value={name}>
                {number + 1}. {words(`draft.screen.${name}`)}
              </Tab>
            ))}
          </TabList>
          <div role="tabpanel" aria-labelledby={`screen-${screen}`}>
            {screen === 'task' && <TaskScreen {...at} />}
            {screen === 'prompt' && <PromptScreen {...at} />}
            {screen === 'good' && <GoodScreen {...at} />}
          </div>
          {screen !== 'prompt' && (
            <Prepared
              title={words('draft.prepared')}
              about={words('draft.preparedAbout')}
              isOpen={isOpen}
              toggle={() => setOpen(!isOpen)}
            >
              {screen === 'task' ? <TaskRest {...at} /> : <GoodRest {...at} />}
            </Prepared>
          )}
          <People {...at} />
          <MissingList missing={draft.missing} jump={jump} />
          <EditActions
            edit={edit}
            actions={draft.actions}
            isReady={draft.missing.length === 0}
            version={draft.version}
            before={draft.flush}
            after={begin}
          />
        </div>
        <div className={styles.side}>
          <CardPreview id={edit.id} version={draft.seenVersion} />
        </div>
      </div>
    </MissingContext>
  );
}

/** Goes to a field by its place, opening what hides it; of a field that is not drawn, to what stands around it. */
function useJump(open: (place: Place) => void): (path: string) => void {
  const [asked, ask] = useState<{ path: string }>();
  useEffect(() => {
    if (!asked) return;
    const parts = asked.path.split('.');
    const paths = parts.map((_, at) => parts.slice(0, parts.length - at).join('.'));
    const found = paths.map((path) => document.getElementById(fieldId(path))).find((each) => each !== null);
    const field = found ?? document.querySelector<HTMLElement>(`[id^="${fieldId(asked.path)}."]`);
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  }, [asked]);
  return (path) => {
    const place = placeOf(path);
    if (place) open(place);
    ask({ path });
  };
}
