/** What is wrong with what was typed about a community, all at once: what schemas cannot know. */
import type { ProblemCode } from '../../core/errors.ts';
import { isZone } from '../../core/locale.ts';
import type { FieldProblem } from '../../core/route.ts';
import { fold } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { hasChannel } from './channels.ts';
import type { EditBody } from './contract.ts';
import type { CommunityDeps } from './desk.ts';
import { loadCommunities } from './documents.ts';

/** `id` is that of the community; a new one has none. */
export async function problemsOf(
  desk: CommunityDeps,
  turn: Turn,
  body: EditBody,
  id?: string,
): Promise<FieldProblem[]> {
  const [places, roles, people, others] = await Promise.all([
    desk.departments(turn),
    desk.roles(turn),
    body.hostIds ? desk.peopleNamed(turn, { ids: body.hostIds }) : [],
    loadCommunities(turn.store),
  ]);
  const open = others.filter((other) => other.id !== id && other.community.state !== 'archived');
  const isNamed = open.some(({ community }) => fold(community.name) === fold(body.name ?? ''));
  const isHeld = body.channels?.some(({ channelId }) => open.some((other) => hasChannel(other.community, channelId)));
  const { hostIds, language, digest } = body;
  return [
    ...(body.name && isNamed ? [said(turn, 'name', 'already_done', turn.words('community.nameTaken'))] : []),
    ...(language !== undefined && !desk.languages.includes(language) ? [said(turn, 'language', 'field_choice')] : []),
    ...(areKnown(body.departmentIds, places) ? [] : [said(turn, 'departmentIds', 'field_choice')]),
    ...(areKnown(body.roleIds, roles) ? [] : [said(turn, 'roleIds', 'field_choice')]),
    ...(hostIds?.length === 0 ? [said(turn, 'hostIds', 'field_required')] : []),
    ...(areKnown(hostIds, people) ? [] : [said(turn, 'hostIds', 'field_choice')]),
    ...(isHeld ? [said(turn, 'channels', 'already_done', turn.words('community.channelTaken'))] : []),
    ...(digest && !isZone(digest.zone)
      ? [said(turn, 'digest.zone', 'bad_time_zone', turn.words('error.bad_time_zone'))]
      : []),
  ];
}

const areKnown = (ids: readonly string[] = [], known: readonly { readonly id: string }[]): boolean =>
  ids.every((id) => known.some((each) => each.id === id));

type Path = 'name' | 'language' | 'departmentIds' | 'roleIds' | 'hostIds' | 'channels' | 'digest.zone';

const said = ({ words }: Turn, path: Path, error: ProblemCode, message?: string): FieldProblem => ({
  ...{ path, error },
  message: message ?? words(`error.${error}`, { field: words(`field.${path}`) }),
});
