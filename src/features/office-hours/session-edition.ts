/** What a host saw of a session: other once somebody moved, cancelled, gave away or closed it, the same whoever comes. Pure. */
import { derivedId } from '../../core/ids.ts';
import type { Session } from './model.ts';

export const editionOf = ({ sequence, state, hostId, updatedAt }: Session): string =>
  derivedId('edition', String(sequence), state, hostId, updatedAt);
