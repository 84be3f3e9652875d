/** What comes next, what still stands in the way of it, and the buttons; who has signed and what waits for the other one. */
import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { ButtonLink } from '../../tab/parts/button-link.tsx';
import { PressActions } from '../../tab/parts/press-actions.tsx';
import { useWhens } from '../../tab/parts/when.ts';
import { useWords } from '../../tab/words.ts';
import type { Cockpit } from './contract.ts';
import type { OpenPilot, PilotProps } from './pilot-page.tsx';
import { Part, Sentences, usePilotStyles } from './pilot-parts.tsx';

export function NextStep({ pilot, cockpit, drafts, show, again }: PilotProps & { cockpit: Cockpit }) {
  const words = useWords();
  const styles = usePilotStyles();
  const { id, name, version, state } = pilot;
  const { blockers, needsReason, signing, plan } = cockpit;
  const isBlocked = blockers.length > 0;
  // A press that can only be refused is not offered; what it waits for is said instead.
  const actions = pilot.actions.filter(({ event }) => !isBlocked || (event !== 'openBaseline' && event !== 'start'));
  /** What is in the way before people are asked is mended in the plan. */
  const isToPlan = isBlocked && state.id === 'draft';
  const wayTo = state.id === 'draft' ? 'pilot.inTheWayToAsk' : 'pilot.inTheWayToStart';
  if (actions.length === 0 && !isBlocked && !signing && !plan) return undefined;
  return (
    <Part title={words(`pilot.next.${state.id}`)} isBoxed>
      {signing && <Signed signing={signing} />}
      {isBlocked && (
        <>
          <Text>{words(wayTo)}</Text>
          <Sentences lines={blockers} />
        </>
      )}
      {!isBlocked && needsReason.length > 0 && (
        <>
          <Text>{words('pilot.unusual')}</Text>
          <Sentences lines={needsReason} />
        </>
      )}
      {plan && (
        <div className={styles.stack}>
          <ButtonLink
            href={`/workflows/pilots/${id}/change`}
            icon={<EditRegular />}
            look={isToPlan ? 'primary' : 'secondary'}
          >
            {words('pilot.change')}
          </ButtonLink>
        </div>
      )}
      <PressActions<OpenPilot>
        of={{ kind: 'pilots', id, title: name, version }}
        {...{ actions, drafts, show, again }}
      />
    </Part>
  );
}

function Signed({ signing: { word, by, at, isMine, lines } }: { signing: NonNullable<Cockpit['signing']> }) {
  const words = useWords();
  const styles = usePilotStyles();
  const { near } = useWhens();
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <strong>{word}</strong> {words('pilot.signedBy', { by, near: near(at) })}{' '}
        {words(isMine ? 'pilot.otherConfirms' : 'pilot.youConfirm')}
        {lines.length > 0 && (
          <ul className={styles.list}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
