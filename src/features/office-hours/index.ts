/** The office hours' door: series, their sessions, who comes, what is talked about and what came of it. */
import type { Feature } from '../../core/feature.ts';
import type { Desk } from './desk.ts';
import { type Talk, talk } from './talk.ts';

/** Office hours and what other features may ask of them. */
export interface OfficeHours extends Feature, Pick<Talk, 'sources'> {
  readonly erasures: Talk['erasures'];
}

export const officeHours = (desk: Desk): OfficeHours => ({ name: 'officeHours', ...talk(desk) });
