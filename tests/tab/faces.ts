/** Every page of the tab in every state that somebody may meet: for the pictures and for the checks of what is reachable. */

import { demoPeople } from '../../src/content/demo-people.ts';
import { derivedId } from '../../src/core/ids.ts';
import { tenantId } from '../helpers/activities.ts';
import type { Caller } from '../helpers/api.ts';

export interface PageFace {
  readonly name: string;
  /** Below `/tab`; `{flags}` stands for the first item that `/api/flags` lists. */
  readonly path: string;
  /** A person of the demo, by their name without "Example". */
  readonly who: string;
  /** `full`: a world with work in it; `empty`: nothing loaded; `error`: the server cannot be reached. */
  readonly state: 'full' | 'empty' | 'error';
}

export const widths = [320, 1_280] as const;
export const themes = ['light', 'dark', 'contrast'] as const;

export function personNamed(who: string): string {
  const found = demoPeople.find(({ name }) => name === `Example ${who}`);
  if (!found) throw new Error(`faces: the demo has no "${who}"`);
  return found.id;
}

const face = (name: string, path: string, who: string, state: PageFace['state'] = 'full'): PageFace => ({
  name,
  path,
  who,
  state,
});

/** A scenario of the example playbook: its id follows from its name. */
const scenario = derivedId('starter', tenantId, 'scenario', 'jd-from-intake-notes');

export const pageFaces: readonly PageFace[] = [
  face('playbook', '/playbook', 'recruiter'),
  face('playbook-workflows', '/playbook?tab=workflows', 'recruiter'),
  face('scenario', `/playbook/s/${scenario}`, 'HR lead'),
  face('scenario-print', `/playbook/s/${scenario}/print`, 'recruiter'),
  face('scenario-versions', `/playbook/s/${scenario}/versions`, 'recruiter'),
  face('scenario-edit', `/playbook/s/${scenario}/edit`, 'project owner'),
  face('scenario-new', '/playbook/new', 'author and host'),
  face('files', '/files', 'project owner'),
  face('playbook-empty', '/playbook', 'recruiter', 'empty'),
  face('playbook-error', '/playbook', 'recruiter', 'error'),
  face('review', '/review', 'HR lead'),
  face('review-question', '/review/flags/{flags}', 'HR lead'),
  face('review-discovery', '/review/discoveries/{discoveries}', 'HR lead'),
  face('review-empty', '/review', 'HR lead', 'empty'),
  face('review-error', '/review', 'HR lead', 'error'),
  face('tools', '/tools', 'recruiter'),
  face('tools-lead', '/tools', 'tools lead'),
  face('tools-tool', '/tools/{tools}', 'tools lead'),
  face('tools-change', '/tools/changes/new', 'tools lead'),
  face('measures', '/measures', 'HR lead'),
  face('measures-empty', '/measures', 'HR lead', 'empty'),
  face('workflows', '/workflows', 'project owner'),
  face('workflow', '/workflows/{workflows}', 'project owner'),
  face('workflow-change', '/workflows/{workflows}/change', 'project owner'),
  face('workflow-new', '/workflows/new', 'project owner'),
  face('pilot', '/workflows/pilots/{pilots}', 'HR lead'),
  face('pilot-member', '/workflows/pilots/{pilots}', 'team lead, early shift'),
  face('pilot-print', '/workflows/pilots/{pilots}/print', 'HR lead'),
  face('pilot-plan', '/workflows/pilots/new', 'project owner'),
  face('set-up', '/setup', 'HR lead'),
  face('hours', '/hours', 'recruiter'),
  face('hours-session', '/hours/{sessions}', 'author and host'),
  face('hours-plan', '/hours/plan', 'author and host'),
  face('me', '/me', 'recruiter'),
  face('people', '/people', 'project owner'),
  face('about', '/about', 'recruiter'),
  face('about-check', '/about', 'project owner'),
  face('community', '/community', 'recruiter'),
  face('community-circle', '/community?community={communities}', 'recruiter'),
  face('community-settings', '/community?community={communities}&settings=open', 'project owner'),
  face('config', '/config', 'author and host'),
];

/** The path with the first item of a list that the person of this face reads: `/review/flags/{flags}`. */
export async function pathOf({ path }: PageFace, reader: Caller): Promise<string> {
  const [, kind] = /\{([\w-]+)\}/.exec(path) ?? [];
  if (!kind) return path;
  const { body } = await reader.get(`/api/${kind}`);
  return path.replace(`{${kind}}`, String((body.items ?? body.tools)?.[0]?.id ?? ''));
}
