/** The office hours' door: series, their sessions, who comes, what is talked about and what came of it. */
import type { Feature } from '../../core/feature.ts';
import type { Desk } from './desk.ts';

export const officeHours = (_desk: Desk): Feature => ({ name: 'officeHours' });
