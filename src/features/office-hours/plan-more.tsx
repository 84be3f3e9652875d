/** The rest of a plan, each with its usual value. */
import { Checkbox, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Group } from '../../tab/parts/group.tsx';
import { Labelled } from '../../tab/parts/labelled.tsx';
import { useWords } from '../../tab/words.ts';
import type { FieldsProps, Typed } from './plan-fields.tsx';

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(12rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
});

export function PlanMore(props: FieldsProps) {
  const styles = useStyles();
  const words = useWords();
  const { typed, change, offer, problems } = props;
  return (
    <div className={styles.fields}>
      <Labelled path="title" label={words('hours.title')} problems={problems}>
        <Input value={typed.title} maxLength={80} onChange={(_, { value }) => change({ title: value })} />
      </Labelled>
      <Labelled path="purpose" label={words('hours.purpose')} problems={problems}>
        <Textarea
          value={typed.purpose}
          maxLength={240}
          rows={2}
          resize="vertical"
          onChange={(_, { value }) => change({ purpose: value })}
        />
      </Labelled>
      <div className={styles.pair}>
        <Amount {...props} name="durationMinutes" label={words('hours.minutes')} />
        <Zone {...props} />
      </div>
      <div className={styles.pair}>
        <Amount {...props} name="capacity" label={words('hours.capacity')} hint={words('hours.capacityHint')} />
        <Amount {...props} name="agendaOpensHours" label={words('hours.agendaHours')} />
      </div>
      {offer.hosts.length > 1 && <Hosts {...props} />}
      {typed.every !== 'once' && (
        <div className={styles.pair}>
          <Labelled path="lastDate" label={words('hours.lastDay')} hint={words('hours.noEnd')} problems={problems}>
            <Input
              className={styles.input}
              type="date"
              value={typed.lastDate}
              onChange={(_, { value }) => change({ lastDate: value })}
            />
          </Labelled>
          <Amount {...props} name="count" label={words('hours.count')} hint={words('hours.noEnd')} />
        </div>
      )}
    </div>
  );
}

interface AmountProps extends FieldsProps {
  readonly name: 'durationMinutes' | 'capacity' | 'agendaOpensHours' | 'count';
  readonly label: string;
  readonly hint?: string;
}

function Amount({ typed, change, problems, name, label, hint }: AmountProps) {
  const styles = useStyles();
  return (
    <Labelled path={name} label={label} {...(hint ? { hint } : {})} problems={problems}>
      <Input
        className={styles.input}
        type="number"
        min={1}
        value={typed[name]}
        onChange={(_, { value }) => change({ [name]: value } as Partial<Typed>)}
      />
    </Labelled>
  );
}

function Zone({ typed, change, problems }: FieldsProps) {
  const styles = useStyles();
  const words = useWords();
  const list = useId();
  return (
    <Labelled path="zone" label={words('hours.zone')} problems={problems}>
      <Input
        className={styles.input}
        list={list}
        value={typed.zone}
        onChange={(_, { value }) => change({ zone: value })}
      />
    </Labelled>
  );
}

function Hosts({ typed, change, offer, problems }: FieldsProps) {
  const words = useWords();
  const { hostIds } = typed;
  return (
    <Group label={words('hours.hosts')} problem={problems.find(({ path }) => path.startsWith('hostIds'))?.message}>
      {offer.hosts.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={hostIds.includes(id)}
          onChange={(_, { checked }) =>
            change({ hostIds: checked ? [...hostIds, id] : hostIds.filter((each) => each !== id) })
          }
        />
      ))}
    </Group>
  );
}
