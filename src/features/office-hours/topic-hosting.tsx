/** What a host does with one topic: takes it up, says it in other words, puts it in order, keeps it for the next time, drops it. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useWords } from '../../tab/words.ts';
import { type Press, problemAt } from './hours-press.tsx';
import { useKept } from './kept.tsx';
import type { SessionTopic } from './session-contract.ts';

const maxTitle = 120;

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  row: {
    border: 0,
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
  },
  danger: { color: tokens.colorPaletteRedForeground1 },
});

interface Props {
  readonly topic: SessionTopic;
  readonly host: NonNullable<SessionTopic['host']>;
  readonly pressing: Press;
}

export function TopicHosting({ topic, host, pressing }: Props) {
  const styles = useStyles();
  const words = useWords();
  const { id: topicId, title, version } = topic;
  const [isWording, setWording] = useState(host.needsWording);
  /** Nothing brings a topic back, so that it takes a second press. */
  const [isSure, setSure] = useState(false);
  const act = (event: string, more: object = {}) => pressing.press(event, { topicId, ...more }, version);
  const label = (key: string) => ({ 'aria-label': words('hours.topicAct', { act: words(key), title }) });
  const isBusy = pressing.isRunning;
  return (
    <div className={styles.box}>
      {isWording && <Wording topic={topic} host={host} pressing={pressing} close={() => setWording(false)} />}
      <fieldset className={styles.row} aria-label={words('hours.topicActs', { title })}>
        {!host.isAccepted && !host.needsWording && (
          <Button
            size="small"
            disabledFocusable={isBusy}
            onClick={() => act('acceptTopic', { title })}
            {...label('hours.accept')}
          >
            {words('hours.accept')}
          </Button>
        )}
        {!isWording && (
          <Button size="small" onClick={() => setWording(true)} {...label('hours.reword')}>
            {words('hours.reword')}
          </Button>
        )}
        <Button size="small" disabledFocusable={isBusy} onClick={() => act('carryTopic')} {...label('hours.nextTime')}>
          {words('hours.nextTime')}
        </Button>
        <Button
          size="small"
          className={styles.danger}
          disabledFocusable={isBusy}
          onClick={() => (isSure ? act('dropTopic') : setSure(true))}
          onBlur={() => setSure(false)}
          {...label(isSure ? 'hours.dropSure' : 'hours.drop')}
        >
          {words(isSure ? 'hours.dropSure' : 'hours.drop')}
        </Button>
        {host.isAccepted && (
          <>
            <Button
              size="small"
              icon={<ArrowUpRegular />}
              disabledFocusable={isBusy || host.isFirst}
              onClick={() => act('orderTopic', { step: 'up' })}
              {...label('hours.up')}
            />
            <Button
              size="small"
              icon={<ArrowDownRegular />}
              disabledFocusable={isBusy || host.isLast}
              onClick={() => act('orderTopic', { step: 'down' })}
              {...label('hours.down')}
            />
          </>
        )}
      </fieldset>
    </div>
  );
}

/** Of a question from work nobody else sees anything before a host has said it. */
function Wording({ topic, host, pressing, close }: Props & { close: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const { typed, change, forget } = useKept(`wording/${topic.id}`, () => ({
    title: host.needsWording ? '' : topic.title,
  }));
  const save = async () => {
    const event = host.needsWording ? 'acceptTopic' : 'rewordTopic';
    if (!(await pressing.press(event, { topicId: topic.id, title: typed.title }, topic.version))) return;
    forget();
    close();
  };
  const problem = problemAt(pressing.error, 'title');
  return (
    <>
      <Field
        label={words('hours.wording')}
        {...(host.needsWording ? { hint: words('hours.wordingHint') } : {})}
        {...(problem ? { validationMessage: problem, validationState: 'error' } : {})}
      >
        <Input value={typed.title} maxLength={maxTitle} onChange={(_, { value }) => change({ title: value })} />
      </Field>
      <div className={styles.row}>
        <Button size="small" appearance="primary" disabledFocusable={pressing.isRunning} onClick={save}>
          {words(host.needsWording ? 'hours.acceptWorded' : 'hours.saveWording')}
        </Button>
        {!host.needsWording && (
          <Button size="small" onClick={close}>
            {words('work.cancel')}
          </Button>
        )}
      </div>
    </>
  );
}
