/** The hosts of a community: taken off the list, or added by their names. */
import { PeoplePicker } from '../../tab/parts/people-picker.tsx';
import { useWords } from '../../tab/words.ts';
import type { PeopleList } from './contract.ts';

type Person = PeopleList['items'][number];

interface Props {
  readonly communityId: string;
  readonly hosts: readonly Person[];
  readonly problem: string | undefined;
  onChange(hosts: readonly Person[]): void;
}

/** As many as a community may have. */
const mostHosts = 6;

export function Hosts({ communityId, hosts, problem, onChange }: Props) {
  const words = useWords();
  return (
    <PeoplePicker
      words={{
        label: words('community.hosts'),
        add: words('community.addHost'),
        remove: (name) => words('community.removeHost', { name }),
      }}
      picked={hosts}
      most={mostHosts}
      path={`/api/communities/${communityId}/people`}
      problem={problem}
      onChange={onChange}
    />
  );
}
