/** Who is in a pilot, by name for those who lead it; people are asked and taken out one by one. */
import { Button, MessageBar, MessageBarBody, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ApiError, useApi } from '../../tab/api.ts';
import { Labelled } from '../../tab/parts/labelled.tsx';
import { PeoplePicker } from '../../tab/parts/people-picker.tsx';
import { sentenceOf } from '../../tab/parts/states.tsx';
import { Status } from '../../tab/parts/status.tsx';
import { isOvertaken } from '../../tab/parts/work.ts';
import { useWords } from '../../tab/words.ts';
import type { Cockpit } from './contract.ts';
import type { OpenPilot, PilotProps } from './pilot-page.tsx';
import { Part, usePilotStyles } from './pilot-parts.tsx';

const useStyles = makeStyles({
  person: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '2rem',
    maxWidth: '32rem',
  },
  name: { overflowWrap: 'anywhere' },
});

const tones = { joined: 'good', asked: 'info', planned: 'neutral', declined: 'neutral', left: 'neutral' } as const;
const toneOf = (is: string) => Object.entries(tones).find(([name]) => name === is)?.[1] ?? 'neutral';
/** Taken out again: only somebody who is in it. */
const isIn = (is: string): boolean => is === 'joined' || is === 'asked';

/** Beyond these no reason helps. */
const mostPeople = 25;

type Asked = { readonly event: 'addPerson' | 'removePerson'; readonly personId: string };

export function PeopleIn({ pilot, cockpit, show, again }: PilotProps & { cockpit: Cockpit }) {
  const words = useWords();
  const styles = usePilotStyles();
  const { people, joined, asked, mayChangePeople } = cockpit;
  const { press, problem, needsReason } = usePress(pilot, show, again);
  const mayGiveReason = joined + asked < mostPeople;
  return (
    <Part title={words('pilot.people')}>
      {people.length === 0 ? (
        <Text className={styles.quiet}>{words('pilot.nobody')}</Text>
      ) : (
        <Text className={styles.quiet}>{words('pilot.peopleCount', { joined, asked, all: people.length })}</Text>
      )}
      <ul className={styles.plain}>
        {people.map((person) => (
          <Person key={person.id} person={person} {...(mayChangePeople && isIn(person.is) ? { press } : {})} />
        ))}
      </ul>
      {problem && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{sentenceOf(problem, words)}</MessageBarBody>
        </MessageBar>
      )}
      {needsReason && mayGiveReason && <Reason go={(reason) => press(needsReason, reason)} />}
      {mayChangePeople && (
        <PeoplePicker
          words={{ label: words('pilot.askMore'), add: words('pilot.search'), remove: () => '' }}
          picked={[]}
          most={1}
          path="/api/pilot-people"
          onChange={([person]) => person && press({ event: 'addPerson', personId: person.id })}
        />
      )}
    </Part>
  );
}

interface PersonProps {
  readonly person: Cockpit['people'][number];
  readonly press?: (asked: Asked) => void;
}

function Person({ person: { id, name, is, word }, press }: PersonProps) {
  const words = useWords();
  const styles = useStyles();
  return (
    <li className={styles.person}>
      <span className={styles.name}>{name}</span>
      <Status status={{ word, tone: toneOf(is) }} />
      {press ? (
        <Button
          size="small"
          appearance="subtle"
          aria-label={words('pilot.takeOut', { name })}
          onClick={() => press({ event: 'removePerson', personId: id })}
        >
          {words('pilot.out')}
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
}

function usePress(pilot: OpenPilot, show: PilotProps['show'], again: PilotProps['again']) {
  const api = useApi();
  const [problem, setProblem] = useState<ApiError>();
  const [needsReason, setNeedsReason] = useState<Asked>();
  async function press({ event, personId }: Asked, reason?: string) {
    setProblem(undefined);
    setNeedsReason(undefined);
    const body = { personId, ...(reason ? { reason } : {}) };
    try {
      await show(await api.send<OpenPilot>(`/api/pilots/${pilot.id}/${event}`, { body, version: pilot.version }));
    } catch (failed) {
      const error = failed instanceof ApiError ? failed : new ApiError('internal', '');
      setProblem(error);
      if (error.code === 'incomplete' && event === 'addPerson' && !reason) setNeedsReason({ event, personId });
      if (isOvertaken(error)) await again();
    }
  }
  return { press, problem, needsReason };
}

function Reason({ go }: { go: (reason: string) => void }) {
  const words = useWords();
  const styles = usePilotStyles();
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') go(reason.trim());
      }}
    >
      <Labelled path="reason" label={words('pilot.reason')} required problems={[]}>
        <Textarea value={reason} maxLength={240} rows={2} onChange={(_, { value }) => setReason(value)} />
      </Labelled>
      <div className={styles.row}>
        <Button type="submit">{words('pilot.askAnyway')}</Button>
      </div>
    </form>
  );
}
