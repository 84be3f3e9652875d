/** Office hours as the tab reads and changes them, and a person's calendars by link. */
import type { Route } from '../../core/route.ts';
import { feedRoutes } from './feed-api.ts';
import { seriesRoutes } from './series-api.ts';
import { seriesEventRoutes } from './series-api-events.ts';
import { sessionRoutes } from './session-api.ts';
import { hostRoutes } from './session-api-host.ts';
import type { TalkDesk } from './talk-desk.ts';

export const officeHoursRoutes = (desk: TalkDesk): Route[] => [
  ...sessionRoutes(desk),
  ...hostRoutes(desk),
  ...seriesRoutes(desk),
  ...seriesEventRoutes(desk),
  ...feedRoutes(desk),
];
