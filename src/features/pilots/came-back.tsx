/** What is tried, and what came back of it so far: shares of groups, open questions, what people shared. */
import { Text } from '@fluentui/react-components';
import { useWords } from '../../tab/words.ts';
import type { Cockpit, PilotDetail } from './contract.ts';
import { Part, PathLink, ScenarioLink, usePilotStyles } from './pilot-parts.tsx';

interface Props {
  readonly scenarios: PilotDetail['scenarios'];
  readonly back: Cockpit['cameBack'];
}

export function CameBack({ scenarios, back }: Props) {
  const words = useWords();
  const styles = usePilotStyles();
  return (
    <Part title={words('pilot.cameBack')}>
      <ul className={styles.list}>
        {back.map(({ id, title, lines, note, questions, shared }) => (
          <li key={id}>
            <ScenarioLink id={id} title={title} />
            <Problem text={scenarios.find((each) => each.id === id)?.problem} />
            {lines.length > 0 && <Text block>{lines.join(' · ')}</Text>}
            <Text block className={styles.quiet}>
              {[note, questions].filter((part) => part !== '').join(' · ')}
            </Text>
            {shared.length > 0 && (
              <Text block>
                {words('pilot.shared')}{' '}
                {shared.map((each, at) => (
                  <span key={each.id}>
                    {at > 0 && ', '}
                    <PathLink path={each.path} title={each.title} />
                  </span>
                ))}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

const Problem = ({ text }: { text: string | undefined }) => (text ? <Text block>{text}</Text> : undefined);
