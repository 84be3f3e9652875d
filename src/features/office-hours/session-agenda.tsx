/** What a session talks about: proposed by anybody, wished for by others, put in order by its hosts. */
import { Button, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { useListStyles } from '../../tab/parts/list-styles.ts';
import { Failed } from '../../tab/parts/states.tsx';
import { Status } from '../../tab/parts/status.tsx';
import { isOvertaken } from '../../tab/parts/work.ts';
import { useWords } from '../../tab/words.ts';
import { type OpenSession, type Press, usePress } from './hours-press.tsx';
import { ProposeForm } from './propose-form.tsx';
import type { SessionTopic } from './session-contract.ts';
import { TopicHosting } from './topic-hosting.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  topic: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  text: { display: 'grid', gap: tokens.spacingVerticalXXS, flex: '1 1 14rem', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  about: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  wanted: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly session: OpenSession;
  readonly show: (session: OpenSession) => unknown;
  /** Asks for what is stored now. */
  readonly again: () => Promise<unknown>;
}

export function Agenda({ session, show, again }: Props) {
  const styles = useStyles();
  const lists = useListStyles();
  const words = useWords();
  const { topics, mayPropose } = session;
  return (
    <section className={styles.part} aria-labelledby="agenda-heading">
      <h2 id="agenda-heading" className={styles.heading}>
        {words('hours.agenda')}
      </h2>
      {topics.length === 0 && (
        <Text className={styles.quiet}>{words(mayPropose ? 'hours.noTopics' : 'hours.noTopicsLeft')}</Text>
      )}
      <ol className={lists.list}>
        {topics.map((topic) => (
          <Topic key={topic.id} topic={topic} session={session} show={show} again={again} />
        ))}
      </ol>
      {mayPropose && <ProposeForm session={session} show={show} />}
    </section>
  );
}

function Topic({ topic, session, show, again }: Props & { topic: SessionTopic }) {
  const styles = useStyles();
  const pressing = usePress(session.id, show);
  const { error } = pressing;
  const isAtField = error !== undefined && error.fields.length > 0;
  return (
    <li className={styles.topic}>
      <Line topic={topic} pressing={pressing} />
      {topic.host && <TopicHosting topic={topic} host={topic.host} pressing={pressing} />}
      {error && !isAtField && <Failed error={error} {...(isOvertaken(error) ? { retry: again } : {})} />}
    </li>
  );
}

function Line({ topic, pressing }: { topic: SessionTopic; pressing: Press }) {
  const styles = useStyles();
  const words = useWords();
  const { id, title, about, isMine, wants, mayWant, host } = topic;
  return (
    <div className={styles.row}>
      <div className={styles.text}>
        <h3 className={styles.title}>{title}</h3>
        <div className={styles.about}>
          <Text size={200} className={styles.quiet}>
            {[about, host?.by ?? '', isMine ? words('hours.yours') : ''].filter(Boolean).join(' · ')}
          </Text>
          {host?.needsWording && <Status status={{ word: words('hours.needsWording'), tone: 'warning' }} />}
        </div>
      </div>
      {mayWant && (
        <Button
          aria-label={words('hours.wantOne', { title })}
          disabledFocusable={pressing.isRunning}
          onClick={() => pressing.press('wantTopic', { topicId: id })}
        >
          {words('hours.want')}
        </Button>
      )}
      {wants && (
        <span className={styles.wanted}>
          <CheckmarkRegular aria-hidden />
          {words('hours.wanted')}
        </span>
      )}
    </div>
  );
}
