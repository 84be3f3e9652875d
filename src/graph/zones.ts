/** Zones by the names that Microsoft Graph takes. */
import { findWindows } from 'windows-iana';

/** Newer than the library, or left out of it. Antarctica/Troll has no Windows zone with its two hours of summer time. */
const own: Readonly<Record<string, string>> = {
  'Europe/Kyiv': 'FLE Standard Time',
  'America/Ciudad_Juarez': 'Mountain Standard Time',
  'America/Coyhaique': 'Magallanes Standard Time',
};

/** Undefined for a zone that Windows does not have. Names of one zone may differ in their rules: times are checked after. */
export const windowsZone = (zone: string): string | undefined => own[zone] ?? findWindows(zone)[0];
