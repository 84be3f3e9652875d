/** The next sessions of a community, for its page and its digest. */
import type { CommunityHours, NextSessions } from '../../core/community.ts';
import { loadSeries } from './documents.ts';
import { sessionsIn } from './session-documents.ts';
import { joinUrlOf, seatsText } from './session-view.ts';

export const nextSessions: NextSessions = async (turn, communityId, limit) => {
  const sessions = await sessionsIn(turn.store, [communityId], ['scheduled', 'live'], limit);
  const found = await Promise.all(
    sessions.map(async ({ id, body }): Promise<CommunityHours | undefined> => {
      const series = await loadSeries(turn.store, body.seriesId);
      if (!series) return undefined;
      const { title, capacity } = series.body;
      const joinUrl = joinUrlOf(body, series.body);
      return {
        ...{ id, title, startsAt: body.startsAt, endsAt: body.endsAt },
        ...(joinUrl === '' ? {} : { joinUrl }),
        ...(capacity === undefined ? {} : { seats: seatsText(turn.words, body, series.body) }),
      };
    }),
  );
  return found.flatMap((each) => each ?? []);
};
