/** The discoveries' door: share what works, find out who else has, fold it into the playbook. */
import { z } from 'zod';
import type { CommunityFinds, CommunityReuses } from '../../core/community.ts';
import type { Erasure } from '../../core/erasure.ts';
import { action, type Feature } from '../../core/feature.ts';
import type { ItemSource } from '../../core/items.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import type { Reviewed } from '../../core/work-item.ts';
import { type About, type SharedAbout, sharedAbout } from './about.ts';
import { act, actWithText, openDiscovery } from './act.ts';
import { discoveryRoutes } from './api.ts';
import { newestForAll, reusedByMany } from './community.ts';
import { type Desk, type DiscoveryDeps, isShared } from './desk.ts';
import { loadDiscovery } from './documents.ts';
import { discoveryErasure } from './erasure.ts';
import { folding } from './fold.ts';
import { foldForm, foldIn } from './fold-form.ts';
import { blank, freshForm, openForm, sent, typed } from './form.ts';
import { type ShareCall, shareOperations } from './in-session.ts';
import { discoveryItems } from './items.ts';
import { likener } from './likeness.ts';
import { isReadable } from './look.ts';
import { reuses } from './measured.ts';
import { merging } from './merge.ts';
import { discoveryNotices, noReplyJob } from './notices.ts';
import { discoveryPost, unfold } from './post.ts';
import { draftDropped, type Edition, type Published, published } from './published.ts';
import { discoveryQueue, ownLines } from './queue.ts';
import { reuseIt } from './reuse.ts';
import { share } from './share.ts';

const everywhere = ['personal', 'groupChat', 'channel'] as const;

const id = z.string().max(100);
const one = z.object({ discoveryId: id });
const said = one.extend({ text: z.string().max(20_000).default('') });
const joining = one.extend({ twin: z.string().max(120).default('') });

/** Discoveries and what other features may ask of them. */
export interface Discoveries extends Feature, Reviewed {
  readonly items: ItemSource;
  /** For a channel's page: what everyone may see. */
  readonly newestForAll: CommunityFinds;
  /** For a digest: the same. */
  readonly reusedByMany: CommunityReuses;
  readonly erasures: readonly Erasure[];
  /** Who took up what another one had found, for figures alone. */
  readonly reuses: typeof reuses;
  /** For the write that publishes a version of a scenario, and who is to be credited on its head. */
  published(turn: Turn, edition: Edition): Promise<Published>;
  /** For the write that drops a draft. */
  draftDropped(turn: Turn, edition: Edition): ReturnType<typeof draftDropped>;
  /** This reader may open it. */
  isReadable(turn: Turn, discoveryId: string): Promise<boolean>;
  /** What people shared about some scenarios, as far as this reader may open it. */
  about(turn: Turn, about: About): Promise<SharedAbout[]>;
  /** Something to try that a session left, as its part of a write. */
  share(turn: Turn, call: ShareCall): ReturnType<typeof shareOperations>;
}

export function discoveries(deps: DiscoveryDeps): Discoveries {
  const desk: Desk = { ...deps, likener: likener(deps.terms) };
  return {
    name: 'discoveries',
    items: discoveryItems(desk),
    newestForAll: (turn, ask) => newestForAll(desk, turn, ask),
    reusedByMany: (turn, span) => reusedByMany(desk, turn, span),
    erasures: [discoveryErasure],
    reuses,
    queue: discoveryQueue(desk),
    own: (turn, limit) => ownLines(desk, turn, limit),
    routes: discoveryRoutes(desk),
    published: (turn, edition) => published(desk, turn, edition),
    draftDropped: (turn, edition) => draftDropped(desk, turn, edition),
    isReadable: (turn, discoveryId) => isReadable(desk, turn, discoveryId),
    about: (turn, about) => sharedAbout(desk, turn, about),
    share: (turn, call) => shareOperations(desk, turn, call),
    notices: discoveryNotices(desk),
    jobs: [noReplyJob(desk)],
    posts: [discoveryPost(desk)],
    links: [{ prefix: 'd', run: (turn, linked) => unfold(desk, turn, linked) }],
    commands: [
      { name: 'share', scopes: everywhere, listed: true, run: (turn, rest) => freshForm(desk, turn, { what: rest }) },
    ],
    dialogs: [
      {
        id: 'shareDiscovery',
        contexts: ['compose', 'message'],
        open: (turn, message) =>
          freshForm(desk, turn, typed.parse({ what: message?.text ?? '', sourceLink: message?.link ?? '' })),
      },
    ],
    actions: [
      action('shareForm', z.object({ scenarioId: id.default('') }), (turn, begun) => freshForm(desk, turn, begun)),
      action('sendDiscovery', sent, (turn, data) => share(desk, turn, data)),
      action('openDiscovery', one, (turn, { discoveryId }) => openDiscovery(desk, turn, discoveryId)),
      action('reuseDiscovery', one, (turn, { discoveryId }) => reuseIt(desk, turn, discoveryId)),
      action('editDiscovery', one, (turn, { discoveryId }) => editForm(desk, turn, discoveryId)),
      action('foldForm', folding, (turn, data) => foldForm(desk, turn, data)),
      action('foldDiscovery', folding, (turn, data) => foldIn(desk, turn, data)),
      action('mergeDiscovery', joining, (turn, { discoveryId, twin }) =>
        act(desk, turn, merging(desk, turn, discoveryId, twin)),
      ),
      action('askAuthor', said, (turn, data) => actWithText(desk, turn, data, 'askAuthor')),
      action('replyDiscovery', said, (turn, data) => actWithText(desk, turn, data, 'reply')),
      action('declineDiscovery', said, (turn, data) => actWithText(desk, turn, data, 'decline')),
      ...(['claim', 'reopen', 'withdraw'] as const).map((name) =>
        action(`${name}Discovery`, one, (turn, { discoveryId }) => act(desk, turn, { discoveryId, event: { name } })),
      ),
    ],
  };
}

/** What its author wrote, to be written again; nobody else has it. */
async function editForm(desk: Desk, turn: Turn, discoveryId: string): Promise<Answer> {
  const found = await loadDiscovery(turn.store, discoveryId);
  if (!found || found.discovery.authorId !== turn.who.personId || isShared(turn))
    return openDiscovery(desk, turn, discoveryId);
  const { discovery } = found;
  const { minutesBefore = '', minutesAfter = '' } = discovery;
  return openForm(desk, turn, {
    ...blank,
    discoveryId,
    what: discovery.what,
    title: discovery.title,
    dataClassId: discovery.dataClassId,
    credit: discovery.credit,
    scenarioId: discovery.scenarioId ?? '',
    toolId: discovery.toolId ?? '',
    roleId: discovery.roleId ?? '',
    promptText: discovery.promptText ?? '',
    sampleOutput: discovery.sampleOutput ?? '',
    minutesBefore: String(minutesBefore),
    minutesAfter: String(minutesAfter),
  });
}
