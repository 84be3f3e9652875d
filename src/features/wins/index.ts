/** The door of wins. */
import type { Feature } from '../../core/feature.ts';

export const wins = (): Feature => ({ name: 'wins' });
