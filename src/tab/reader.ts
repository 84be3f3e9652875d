/** What every part of the tab may ask for: the reader, the host, the zone and language of dates. */
import { createContext, useContext } from 'react';
import type { Me } from '../core/me.ts';
import type { GrantName } from '../core/person.ts';
import type { Host } from './host.ts';

export interface Reader {
  readonly me: Me;
  readonly host: Host;
}

export const ReaderContext = createContext<Reader | undefined>(undefined);

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('tab: no reader around this part');
  return reader;
}

export const holdsAny = ({ grants }: Pick<Me, 'grants'>, names: readonly GrantName[]): boolean =>
  grants.some(({ grant }) => names.includes(grant));

/** Plain `en` reads day before month, as on every card; a chosen region keeps its own order. */
export const dated = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

/** Dates in the reader's language and zone. */
export function useDates() {
  const { me } = useReader();
  const say = (options: Intl.DateTimeFormatOptions) => (instant: string) =>
    new Intl.DateTimeFormat(dated(me.locale), { timeZone: me.zone, ...options }).format(new Date(instant));
  return {
    day: say({ day: 'numeric', month: 'short', year: 'numeric' }),
    time: say({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
  };
}
