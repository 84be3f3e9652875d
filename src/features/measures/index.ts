/** The door of measures. */
import type { Feature } from '../../core/feature.ts';

export const measures = (): Feature => ({ name: 'measures' });
