/** A scenario being written: three screens, what is missing, the card as it will be, and what may be done with it. */
import { Link as Looks, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import { useData } from '../../tab/api.ts';
import { Frame } from '../../tab/parts/frame.tsx';
import { Failed, Loading } from '../../tab/parts/states.tsx';
import { useWords } from '../../tab/words.ts';
import { BackToPlaybook } from './back.tsx';
import { CardPreview } from './card-preview.tsx';
import { Difference } from './difference.tsx';
import type { Edit } from './draft-values.tsx';
import { EditActions, type Note } from './edit-actions.tsx';
import { EditForm } from './edit-form.tsx';
import { SentBack } from './edit-notes.tsx';

const useStyles = makeStyles({
  facts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'baseline' },
  quiet: { color: tokens.colorNeutralForeground2 },
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
});

export function EditPage({ id }: { id: string }) {
  const words = useWords();
  const path = `/api/scenarios/${id}/edit`;
  const { data, error, mutate } = useData<Edit>(path, { revalidateOnFocus: false, revalidateIfStale: true });
  /** Each event makes a new text of it: the form begins anew then. */
  const [round, setRound] = useState(0);
  const [note, setNote] = useState<Note>();
  const begin = async (said: Note) => {
    await mutate();
    setNote(said);
    setRound((before) => before + 1);
  };
  return (
    <Frame title={data ? data.title || words('draft.untitled') : words('draft.page')}>
      <BackToPlaybook />
      {error && !data && <Failed error={error} retry={() => mutate()} />}
      {!data && !error && <Loading />}
      {note && note.text !== '' && (
        <MessageBar intent={note.isLate ? 'warning' : 'success'} role="status">
          <MessageBarBody>{note.text}</MessageBarBody>
        </MessageBar>
      )}
      {data && <Body key={round} edit={data} begin={begin} />}
    </Frame>
  );
}

function Body({ edit, begin }: { edit: Edit; begin: (note: Note) => Promise<void> }) {
  const styles = useStyles();
  return (
    <>
      <Facts edit={edit} />
      {edit.sentBack && <SentBack sentBack={edit.sentBack} />}
      {edit.mayEdit ? <EditForm edit={edit} begin={begin} /> : <Looked edit={edit} begin={begin} styles={styles} />}
    </>
  );
}

/** For who may look at it and act on it, but not write now. */
function Looked({
  edit,
  begin,
  styles,
}: {
  edit: Edit;
  begin: (note: Note) => Promise<void>;
  styles: ReturnType<typeof useStyles>;
}) {
  const words = useWords();
  return (
    <>
      <EditActions
        edit={edit}
        actions={edit.actions}
        version={() => edit.version}
        before={async () => true}
        after={begin}
        isReady={edit.missing.length === 0}
      />
      {edit.difference.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.heading}>{words('draft.difference')}</h2>
          <Difference lines={edit.difference} />
        </section>
      )}
      <CardPreview id={edit.id} version={edit.version} />
    </>
  );
}

function Facts({ edit }: { edit: Edit }) {
  const words = useWords();
  const styles = useStyles();
  const { workflow, stepOrder, state, liveVersion, draft } = edit;
  return (
    <div className={styles.facts}>
      <Text weight="semibold">{state.word}</Text>
      <Text className={styles.quiet}>
        {workflow.name} · {words('draft.stepOf', { step: stepOrder, of: workflow.steps.length })}
        {draft && ` · ${words('playbook.version', { number: draft.version })}`}
      </Text>
      {liveVersion !== undefined && (
        <Link href={`/playbook/s/${edit.id}`} asChild>
          <Looks>{words('draft.asItIsLive')}</Looks>
        </Link>
      )}
      <Link href={`/playbook/s/${edit.id}/versions`} asChild>
        <Looks>{words('playbook.versions')}</Looks>
      </Link>
    </div>
  );
}
