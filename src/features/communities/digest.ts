/** The digest: planned for its time, said once to each channel at most, and never when there is nothing to say (reliability 8, 9). */
import type { WriteOperation } from '../../core/documents.ts';
import { type DueItem, dueId, dueItem } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import { onceOperations, type Post, type PostKind } from '../../core/post.ts';
import type { Turn } from '../../core/turn.ts';
import { digestCard } from './cards/digest.card.ts';
import { addressesOf } from './channels.ts';
import type { CommunityDeps } from './desk.ts';
import { digestContent, hasNews } from './digest-content.ts';
import { digestFacts, digestJob, hasDigest, planOperations, usefulMs } from './digest-plan.ts';
import { nextDigest } from './digest-times.ts';
import { digestView } from './digest-view.ts';
import { type Loaded, loadCommunity } from './documents.ts';
import { lost } from './places.ts';

const postKind = 'digest';

/** One too late is dropped, and what it would have told is told by the next. */
export const digestJobOf = ({ hash }: Pick<CommunityDeps, 'hash'>): Job => ({
  name: digestJob,
  async run(turn, item) {
    const loaded = await loadCommunity(turn.store, item.subject);
    if (!loaded || !hasDigest(loaded.community)) return [];
    const { week, since } = digestFacts.parse(item.facts);
    const usefulUntil = new Date(Date.parse(item.dueAt) + usefulMs);
    const isTold = turn.now < usefulUntil && isItsTime(loaded, item);
    const next = { id: loaded.id, community: loaded.community, now: turn.now, since: isTold ? item.dueAt : since };
    return [
      ...(isTold ? postOperations(hash, turn, loaded, { week, usefulUntil }) : []),
      ...(await planOperations(turn.store, next)),
    ];
  },
});

/** Its settings may have changed since it was planned; then another one was planned as well. */
const isItsTime = ({ community }: Loaded, { dueAt }: DueItem): boolean =>
  nextDigest(community.digest, new Date(Date.parse(dueAt) - 1))?.at.toISOString() === dueAt;

const postOperations = (
  hash: CommunityDeps['hash'],
  { now }: Turn,
  { id, community }: Loaded,
  { week, usefulUntil }: { readonly week: string; readonly usefulUntil: Date },
): WriteOperation[] =>
  addressesOf(community).flatMap((address) =>
    onceOperations(hash, {
      // The due item says what the digest is about, and is kept longer than its posts wait.
      ...{ kind: postKind, subject: dueId(digestJob, id, week), address, language: community.language },
      ...{ at: now, usefulUntil },
    }),
  );

type Desk = Parameters<typeof digestContent>[0] & Pick<CommunityDeps, 'publicUrl'>;

/** Whether it still goes to this channel, and what it says, is asked when it leaves. */
export const digestPost = (desk: Desk): PostKind => ({
  kind: postKind,
  isOnce: true,
  async card(turn, subject, place) {
    const found = await turn.store.get('dueItem', subject);
    const item = found && dueItem.parse(found.body);
    const loaded = item && (await loadCommunity(turn.store, item.subject));
    if (!item || !loaded || !hasDigest(loaded.community) || !isStillThere(loaded, place)) return undefined;
    const span = { since: digestFacts.parse(item.facts).since, until: item.dueAt };
    const content = await digestContent(desk, turn, loaded, span);
    if (!hasNews(content)) return undefined;
    const linkTo = (path: string) => `${desk.publicUrl}/tab${path}`;
    return digestCard.render(digestView(loaded, content, { words: turn.words, linkTo }), turn.words, 'message');
  },
  dead: (turn, { address }) => lost(turn, address),
});

const isStillThere = ({ community }: Loaded, { address }: Post): boolean =>
  addressesOf(community).some(({ conversation }) => conversation.id === address.conversation.id);
