/** The door of portable: what leaves Fieldbook as a file, and what comes in as one. */
import type { Erasure } from '../../core/erasure.ts';
import type { Feature } from '../../core/feature.ts';
import { importErasure } from './erasure.ts';
import { type ExportDeps, exportRoutes } from './export-api.ts';
import { type GuideDeps, guideRoutes } from './guide-api.ts';
import { importJobOf, importRoutes } from './import-api.ts';
import type { ImportDeps } from './import-plan.ts';

export type PortableDeps = GuideDeps & ExportDeps & ImportDeps;

export interface Portable extends Feature {
  readonly erasures: readonly Erasure[];
}

export const portable = (deps: PortableDeps): Portable => ({
  name: 'portable',
  routes: [...guideRoutes(deps), ...exportRoutes(deps), ...importRoutes(deps)],
  jobs: [importJobOf(deps)],
  erasures: [importErasure],
});
