/** The door of portable. */
import type { Feature } from '../../core/feature.ts';

export const portable = (): Feature => ({ name: 'portable' });
