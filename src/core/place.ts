/** Where the card of an answer will stand, from where its turn came. */
import type { Place } from './card.ts';
import type { Turn } from './turn.ts';

export function placeOf({ where }: Pick<Turn, 'where'>): Place {
  switch (where.surface) {
    case 'bot':
    case 'card':
    case 'event':
    case 'tab':
      return 'message';
    case 'compose':
    case 'message':
    case 'cardDialog':
      return 'dialog';
    case 'link':
      return 'anywhere';
  }
}
