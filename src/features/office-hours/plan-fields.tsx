/** The fields of a plan: day, time, how often and link; the rest has its value already and waits behind More (L9). */
import { Button, Input, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { WrongField } from '../../tab/api.ts';
import { useInputStyles } from '../../tab/parts/input-styles.ts';
import { Labelled } from '../../tab/parts/labelled.tsx';
import { useWords } from '../../tab/words.ts';
import { cityOf } from './hours-when.tsx';
import { PlanMore } from './plan-more.tsx';
import type { PlanForm, PlanOptions, SeriesView } from './series-contract.ts';

export type Typed = PlanForm;
export type Offer = NonNullable<SeriesView['hosting']>['offer'];

/** What is empty is not said; the server tells what is missing. */
export const bodyOf = ({ communityId: _, hostIds, ...texts }: Typed): object => ({
  ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== '')),
  hostIds,
});

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(12rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  more: { justifySelf: 'start', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

export interface FieldsProps {
  readonly typed: Typed;
  readonly change: (part: Partial<Typed>) => void;
  readonly offer: Offer;
  readonly offers: PlanOptions['offers'];
  readonly problems: readonly WrongField[];
}

const inSight = new Set(['communityId', 'firstDate', 'startsAt', 'every', 'joinUrl', 'meetingKind']);

export function PlanFields(props: FieldsProps) {
  const styles = useStyles();
  const inputs = useInputStyles();
  const words = useWords();
  const { typed, change, offer, offers, problems } = props;
  const [isAsked, setAsked] = useState(false);
  const isOpen = isAsked || problems.some(({ path }) => !inSight.has(path.split('.')[0] ?? ''));
  return (
    <div className={styles.fields}>
      {offers.length > 1 && (
        <Labelled path="communityId" label={words('hours.community')} problems={problems}>
          <Select
            className={inputs.select}
            value={typed.communityId}
            onChange={(_, { value }) => change(offers.find(({ community }) => community.id === value)?.fresh ?? {})}
          >
            {offers.map(({ community: { id, name } }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Labelled>
      )}
      <div className={styles.pair}>
        <Labelled
          path="firstDate"
          label={words(offers.length > 0 ? 'hours.firstDay' : 'hours.fromDay')}
          required
          problems={problems}
        >
          <Input
            className={inputs.input}
            type="date"
            value={typed.firstDate}
            onChange={(_, { value }) => change({ firstDate: value })}
          />
        </Labelled>
        <Labelled
          path="startsAt"
          label={words('hours.time', { city: cityOf(typed.zone) })}
          required
          problems={problems}
        >
          <Input
            className={inputs.input}
            type="time"
            value={typed.startsAt}
            onChange={(_, { value }) => change({ startsAt: value })}
          />
        </Labelled>
      </div>
      <Labelled path="every" label={words('hours.every')} problems={problems}>
        <Select className={inputs.select} value={typed.every} onChange={(_, { value }) => change({ every: value })}>
          {offer.every.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Labelled>
      <Meeting {...props} />
      <Button
        className={styles.more}
        appearance="subtle"
        aria-expanded={isOpen}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        onClick={() => setAsked(!isOpen)}
      >
        {words('hours.more')}
      </Button>
      {isOpen && <PlanMore {...props} />}
    </div>
  );
}

/** A link that is there already, or one that follows. */
function Meeting({ typed, change, offer, problems }: FieldsProps) {
  const inputs = useInputStyles();
  const words = useWords();
  return (
    <>
      <Labelled path="meetingKind" label={words('hours.meeting')} problems={problems}>
        <RadioGroup value={typed.meetingKind} onChange={(_, { value }) => change({ meetingKind: value })}>
          {offer.meetings.map(({ id, title }) => (
            <Radio key={id} value={id} label={title} />
          ))}
        </RadioGroup>
      </Labelled>
      {(typed.meetingKind === 'pastedLink' || typed.joinUrl !== '') && (
        <Labelled
          path="joinUrl"
          label={words('hours.link')}
          required={typed.meetingKind === 'pastedLink'}
          problems={problems}
        >
          <Input
            className={inputs.input}
            type="url"
            value={typed.joinUrl}
            onChange={(_, { value }) => change({ joinUrl: value })}
          />
        </Labelled>
      )}
    </>
  );
}
