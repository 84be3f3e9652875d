/** The door of pilots. */
import type { Feature } from '../../core/feature.ts';

export const pilots = (): Feature => ({ name: 'pilots' });
