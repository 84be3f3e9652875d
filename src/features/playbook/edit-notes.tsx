/** What the form says beside its fields: how saving goes, what a colleague changed, what is missing, what a reviewer wrote. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { sentenceOf } from '../../tab/parts/states.tsx';
import { useDates } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { DraftDesk } from './draft-saving.tsx';
import { type FieldName, readable } from './draft-values.tsx';
import type { MissingField, ScenarioEdit } from './edit-contract.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalXS },
  section: { display: 'grid', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  ready: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  link: {
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    textAlign: 'start',
    textDecoration: 'underline',
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  theirs: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  body: { display: 'grid', gap: tokens.spacingVerticalXS, paddingBlock: tokens.spacingVerticalXS },
});

export function SavingState({ draft: { status, savedAt, error, flush } }: { draft: DraftDesk }) {
  const words = useWords();
  const styles = useStyles();
  const dates = useDates();
  if (status === 'failed')
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          {sentenceOf(error, words)} {words('draft.kept')}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => flush()}>{words('retry')}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  const key = status === 'saved' ? 'saved' : status === 'closed' || status === 'clash' ? 'paused' : 'saving';
  return (
    <Text size={200} className={styles.quiet} role="status">
      {key === 'saved' && savedAt ? words('draft.savedAt', { time: dates.time(savedAt) }) : words(`draft.${key}`)}
    </Text>
  );
}

/** A colleague wrote too: what came in, and where both wrote, theirs to read and mine in the form. */
export function MetNote({ draft: { met, settle, forgetMet, status } }: { draft: DraftDesk }) {
  const words = useWords();
  const styles = useStyles();
  if (!met) return null;
  const isClash = met.clashing.length > 0;
  const title = status === 'closed' ? 'draft.closed' : 'draft.met';
  const label = (name: FieldName) => words(`draft.name.${name}`);
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <div className={styles.body}>
          <MessageBarTitle>{words(title)}</MessageBarTitle>
          {met.taken.length > 0 && <span>{words('draft.takenIn', { names: met.taken.map(label).join(', ') })}</span>}
          {isClash && <span>{words('draft.bothWrote')}</span>}
          {met.clashing.map((name) => (
            <div key={name}>
              <strong>{label(name)}</strong>
              <div className={styles.theirs}>{readable(met.theirs[name]) || words('draft.empty')}</div>
            </div>
          ))}
        </div>
      </MessageBarBody>
      <MessageBarActions>
        {isClash && status === 'clash' && (
          <>
            <Button onClick={() => settle('mine')}>{words('draft.keepMine')}</Button>
            <Button onClick={() => settle('theirs')}>{words('draft.takeTheirs')}</Button>
          </>
        )}
        {!isClash && <Button onClick={forgetMet}>{words('playbook.close')}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}

export function MissingList({ missing, jump }: { missing: readonly MissingField[]; jump: (path: string) => void }) {
  const words = useWords();
  const styles = useStyles();
  if (missing.length === 0)
    return (
      <span className={styles.ready} role="status">
        <CheckmarkCircleRegular aria-hidden />
        <Text weight="semibold">{words('draft.nothingMissing')}</Text>
      </span>
    );
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{words('draft.missing', { count: missing.length })}</h2>
      <ul className={styles.list}>
        {missing.map(({ path, message }) => (
          <li key={`${path}/${message}`}>
            <button type="button" className={styles.link} onClick={() => jump(path)}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SentBack({ sentBack }: { sentBack: NonNullable<ScenarioEdit['sentBack']> }) {
  const words = useWords();
  const styles = useStyles();
  const dates = useDates();
  const { reason, by, at, fields } = sentBack;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <div className={styles.body}>
          <MessageBarTitle>{words('draft.sentBack', { name: by, day: dates.day(at) })}</MessageBarTitle>
          <span className={styles.theirs}>{reason}</span>
          {fields.length > 0 && (
            <ul className={styles.list}>
              {fields.map(({ path, text }) => (
                <li key={path}>{text}</li>
              ))}
            </ul>
          )}
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
