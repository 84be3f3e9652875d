/** What stands in the settings of a community, and what of it is to be sent. */
import type { CommunityDetail, EditBody } from './contract.ts';
import type { Fields } from './fields.tsx';

type Settings = NonNullable<CommunityDetail['settings']>;

export interface Choice extends Fields {
  readonly hosts: readonly { readonly id: string; readonly name: string }[];
  readonly channels: Settings['channels'];
  readonly departmentIds: readonly string[];
}

export function choiceOf(detail: CommunityDetail, { channels }: Settings): Choice {
  const { name, purpose, language, digest, hosts, departments } = detail;
  return { name, purpose, language, digest, hosts, channels, departmentIds: departments.map(({ id }) => id) };
}

/** The fields that differ, as they are sent. */
export function changeOf(before: Choice, after: Choice): EditBody {
  const [old, now] = [sentOf(before), sentOf(after)];
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(old, name))),
  );
}

const sentOf = ({ hosts, channels, departmentIds, ...rest }: Choice): EditBody => ({
  ...rest,
  hostIds: hosts.map(({ id }) => id),
  channels: channels.map(({ isReached: _, ...channel }) => channel),
  departmentIds: [...departmentIds].toSorted(),
});
