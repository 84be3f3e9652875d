/** What people are told of a community: that they host one now, and administrators that one has no host any more. */
import type { WriteOperation } from '../../core/documents.ts';
import { type NoticeKind, noticeOperation } from '../../core/notice.ts';
import { holds } from '../../core/person.ts';
import type { CommunityDeps } from './desk.ts';
import { loadCommunity } from './documents.ts';

const noticeKind = 'communityStep';
const noHosts = 'noHosts';

export const hostNotice = (now: Date, id: string, personId: string): WriteOperation =>
  noticeOperation(now, { kind: noticeKind, subject: id, audience: personId });

export const noHostsNotice = (now: Date, id: string): WriteOperation =>
  noticeOperation(now, { kind: noticeKind, subject: id, audience: noHosts });

type Desk = Pick<CommunityDeps, 'holders' | 'noteCard'>;

export const communityNotice = ({ holders, noteCard }: Desk): NoticeKind => ({
  kind: noticeKind,
  lane: 'work',
  recipients: async (turn, { audience }) => (audience === noHosts ? holders(turn, ['admin']) : [audience]),
  async card(turn, { subject, audience }) {
    const { words, who, store } = turn;
    const hosted = (await loadCommunity(store, subject))?.community;
    if (!hosted || hosted.state === 'archived') return undefined;
    const { name, hostIds } = hosted;
    const isAlone = audience === noHosts && hostIds.length === 0 && holds(who, ['admin']);
    if (isAlone)
      return noteCard(turn, { heading: words('community.noHosts', { name }), text: words('community.noHostsText') });
    if (!hostIds.includes(who.personId) || audience !== who.personId) return undefined;
    return noteCard(turn, { heading: words('community.hostNow', { name }), text: words('community.hostNowText') });
  },
});
