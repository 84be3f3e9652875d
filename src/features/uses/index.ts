/** The door of uses. */
import type { Feature } from '../../core/feature.ts';

export const uses = (): Feature => ({ name: 'uses' });
