/** The door of portable: what leaves Fieldbook as a file, and what comes in as one. */
import type { Feature } from '../../core/feature.ts';
import { type GuideDeps, guideRoutes } from './guide-api.ts';

export type PortableDeps = GuideDeps;

export const portable = (deps: PortableDeps): Feature => ({
  name: 'portable',
  routes: guideRoutes(deps),
});
