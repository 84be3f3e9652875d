/** A series whose last host is gone: the hosts of its community hear of it, one of them may take it. */
import type { NoticeKind } from '../../core/notice.ts';
import type { Desk } from './desk.ts';
import { loadSeries } from './documents.ts';
import { openHostSeries } from './host-series.ts';

export const hostlessNotice = 'seriesHostless';

export const seriesNotices = (desk: Desk): NoticeKind[] => [
  {
    kind: hostlessNotice,
    lane: 'work',
    async recipients(turn, { subject }) {
      const series = await loadSeries(turn.store, subject);
      return (series && (await desk.communities.one(turn, series.body.communityId))?.hostIds) ?? [];
    },
    async card(turn, { subject }) {
      const series = await loadSeries(turn.store, subject);
      if (series?.body.state !== 'paused') return undefined;
      const answer = await openHostSeries(desk, turn, subject, turn.words('series.hostless'));
      return answer.kind === 'form' ? answer.card : undefined;
    },
  },
];
