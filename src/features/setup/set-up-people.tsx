/** People of the set-up: the three chairs, those who are asked, and whom one tells when something went wrong. */
import { Button, Text } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons';
import { PeoplePicker, type Picked } from '../../tab/parts/people-picker.tsx';
import { useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';
import type { PartProps } from './set-up-form.tsx';

const path = '/api/setup-people';

interface OneProps extends PartProps {
  readonly of: 'owner' | 'hrLead' | 'toolsLead' | 'contact';
  readonly label: string;
  readonly hint?: string;
}

function One(props: OneProps) {
  const words = useWords();
  const { of, label, hint, typed, problems, change } = props;
  const picked = typed[of];
  return (
    <PeoplePicker
      words={{
        ...{ label, add: words('setup.search', { what: label }), remove: (name) => words('setup.remove', { name }) },
        ...(hint ? { hint } : {}),
      }}
      picked={picked}
      most={1}
      fewestLetters={0}
      required
      path={path}
      problem={problems.find((each) => each.path === `${of}Id`)?.message}
      more={<FromHost {...props} most={1} label={label} add={(people) => change({ [of]: people.slice(0, 1) })} />}
      onChange={(next) => change({ [of]: next })}
    />
  );
}

export function Chairs(props: PartProps) {
  const words = useWords();
  const { host } = useReader();
  return (
    <>
      {!host.pickPeople && <Text>{words('setup.onlyKnown')}</Text>}
      <One {...props} of="owner" label={words('setup.owner')} hint={words('setup.ownerHint')} />
      <One {...props} of="hrLead" label={words('setup.hrLead')} hint={words('setup.hrLeadHint')} />
      <One {...props} of="toolsLead" label={words('setup.toolsLead')} hint={words('setup.toolsLeadHint')} />
    </>
  );
}

export function Members(props: PartProps) {
  const words = useWords();
  const { typed, setUp, problems, change } = props;
  const { least, most } = setUp.sizes;
  const { members } = typed;
  const label = words('setup.membersLabel', { count: members.length });
  const add = (people: readonly Picked[]) => {
    const fresh = people.filter(({ id }) => members.every((known) => known.id !== id));
    change({ members: [...members, ...fresh].slice(0, most) });
  };
  return (
    <>
      <PeoplePicker
        words={{
          ...{ label, hint: words('setup.membersHint', { least, most }), add: words('setup.searchMembers') },
          remove: (name) => words('setup.remove', { name }),
        }}
        picked={members}
        most={most}
        fewestLetters={0}
        required
        path={path}
        problem={problems.find((each) => each.path.startsWith('memberIds'))?.message}
        more={<FromHost {...props} most={most - members.length} label={label} add={add} />}
        onChange={(next) => change({ members: next })}
      />
      <One {...props} of="contact" label={words('setup.contact')} hint={words('setup.contactHint')} />
    </>
  );
}

interface FromHostProps extends Pick<PartProps, 'meet'> {
  readonly most: number;
  readonly label: string;
  readonly add: (people: readonly Picked[]) => void;
}

/** Everybody of the organisation, as the host lists them: Fieldbook itself knows only who has it open. */
function FromHost({ most, label, add, meet }: FromHostProps) {
  const words = useWords();
  const { host } = useReader();
  if (!host.pickPeople) return undefined;
  const pick = async () => {
    const found = (await host.pickPeople?.(most)) ?? [];
    meet(found.map(({ id }) => id));
    add(found);
  };
  return (
    <div>
      <Button icon={<PeopleTeamRegular />} aria-label={words('setup.fromTeamsFor', { what: label })} onClick={pick}>
        {words('setup.fromTeams')}
      </Button>
    </div>
  );
}
