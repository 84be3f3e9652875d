/** The cockpit below its next step: people, runs without AI, scenarios, the rule for going on, what was decided. */
import { Text } from '@fluentui/react-components';
import { useWhens } from '../../tab/parts/when.ts';
import { useWords } from '../../tab/words.ts';
import { Announcement } from './announcement.tsx';
import { CameBack } from './came-back.tsx';
import { Checklist } from './checklist-lines.tsx';
import type { Cockpit } from './contract.ts';
import { Decisions } from './decisions.tsx';
import { Offers } from './offers.tsx';
import { PeopleIn } from './people-in.tsx';
import type { PilotProps } from './pilot-page.tsx';
import { Part, ScenarioLink, useDayIn, usePilotStyles } from './pilot-parts.tsx';
import { targetLines } from './targets.tsx';

export function CockpitParts(props: PilotProps & { cockpit: Cockpit }) {
  const words = useWords();
  const { pilot, cockpit } = props;
  const isDeciding = pilot.state.id === 'deciding';
  const hasBack = cockpit.cameBack.length > 0;
  const hasRule = cockpit.checklist.length > 0 && (isDeciding || pilot.state.id === 'running');
  const rule = hasRule && (
    <Part title={words(isDeciding ? 'pilot.rule' : 'pilot.ruleAhead')}>
      <Checklist lines={cockpit.checklist} />
    </Part>
  );
  return (
    <>
      <Offers cockpit={cockpit} />
      {cockpit.announcement && <Announcement text={cockpit.announcement} />}
      {isDeciding && rule}
      <Decisions gates={cockpit.gates} />
      {hasBack && <CameBack scenarios={pilot.scenarios} back={cockpit.cameBack} />}
      <PeopleIn {...props} />
      <Before before={cockpit.before} isOpen={pilot.state.id === 'baseline'} />
      {!hasBack && <Scenarios {...props} />}
      <Facts {...props} />
      {!isDeciding && rule}
    </>
  );
}

function Before({ before, isOpen }: { before: Cockpit['before']; isOpen: boolean }) {
  const words = useWords();
  const styles = usePilotStyles();
  const { timer, typed, estimate, counted, needed } = before;
  // Once it runs they are told no more: the measures compare with them.
  if (!isOpen && timer + typed + estimate === 0) return undefined;
  return (
    <Part title={words('pilot.beforeTitle')}>
      {isOpen && <Text weight="semibold">{words('pilot.counted', { counted, needed })}</Text>}
      <Text className={styles.quiet}>{words('pilot.split', { timer, typed, estimate })}</Text>
    </Part>
  );
}

function Scenarios({ pilot: { scenarios } }: PilotProps) {
  const words = useWords();
  const styles = usePilotStyles();
  return (
    <Part title={words('pilot.scenarios')}>
      {scenarios.length === 0 && <Text className={styles.quiet}>{words('pilot.noScenarios')}</Text>}
      <ul className={styles.list}>
        {scenarios.map(({ id, title, problem }) => (
          <li key={id}>
            <ScenarioLink id={id} title={title} />
            {problem && <Text block>{problem}</Text>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Targets, what comes by the calendar, and bounds that were passed with a reason. */
function Facts({ pilot: { zone }, cockpit: { targets, due, overrides } }: PilotProps & { cockpit: Cockpit }) {
  const words = useWords();
  const styles = usePilotStyles();
  const { near, exact } = useWhens();
  const dayIn = useDayIn(zone);
  const aims = targets ? targetLines(words, targets) : [];
  return (
    <>
      {aims.length > 0 && (
        <Part title={words('pilot.targets')}>
          <ul className={styles.list}>
            {aims.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Part>
      )}
      {due.length > 0 && (
        <Part title={words('pilot.ahead')}>
          <ul className={styles.list}>
            {due.map(({ text, at }) => (
              <li key={text}>
                {text}: <time dateTime={at}>{`${near(at)}, ${dayIn(at)}`}</time>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {overrides.length > 0 && (
        <Part title={words('pilot.passed')}>
          <ul className={styles.list}>
            {overrides.map(({ word, reason, by, at }) => (
              <li key={`${word}${at}`}>
                {word}: {reason} <span className={styles.quiet}>{words('pilot.saidBy', { by, at: exact(at) })}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
