/** How a pilot was decided, each time: by whom and why, the rule and the figures of that day, and what was learned. */
import { Text } from '@fluentui/react-components';
import { useDates } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import { Checklist } from './checklist-lines.tsx';
import type { Cockpit } from './contract.ts';
import { Evidence } from './evidence.tsx';
import { Part, usePilotStyles } from './pilot-parts.tsx';

type Gate = Cockpit['gates'][number];

export function Decisions({ gates }: Pick<Cockpit, 'gates'>) {
  const words = useWords();
  if (gates.length === 0) return undefined;
  return (
    <Part title={words('pilot.decisions')}>
      {gates.toReversed().map((gate) => (
        <Decision key={gate.at} gate={gate} />
      ))}
    </Part>
  );
}

export function Decision({ gate, isOpen = false }: { gate: Gate; isOpen?: boolean }) {
  const words = useWords();
  const styles = usePilotStyles();
  const { day } = useDates();
  const { word, why, lessons, by, at, checklist, evidence } = gate;
  return (
    <div className={styles.part}>
      <Text weight="semibold">{words('pilot.decided', { word, on: day(at), by: by.join(', ') })}</Text>
      {why && <Text className={styles.text}>{words('pilot.why', { why })}</Text>}
      {lessons && <Text className={styles.text}>{words('pilot.learned', { lessons })}</Text>}
      <Evidence evidence={evidence} />
      <details open={isOpen}>
        <summary>{words('pilot.ruleThen')}</summary>
        <Checklist lines={checklist} />
      </details>
    </div>
  );
}
