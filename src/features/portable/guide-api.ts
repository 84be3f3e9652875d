/** The guide of a scenario as a file: what its reader sees, on one page. */
import { fileAlone } from '../../core/download.ts';
import type { Printed } from '../../core/reading.ts';
import { type Route, refuse, route } from '../../core/route.ts';
import type { WriteSheet } from '../../core/sheet.ts';
import { fold } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { guideQuery } from './contract.ts';
import { guideSheet } from './guide.ts';

export interface GuideDeps {
  readonly printed: (turn: Turn, scenarioId: string) => Promise<Printed>;
  readonly writeSheet: WriteSheet;
  readonly publicUrl: string;
}

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
} as const;
const writers = { pdf: 'pdf', docx: 'docx', md: 'markdown' } as const;

export const guideRoutes = ({ printed, writeSheet, publicUrl }: GuideDeps): Route[] => [
  route(
    'GET',
    '/api/scenarios/:id/guide',
    { query: guideQuery, reply: fileAlone },
    async ({ turn, params, query: { as } }) => {
      const scenario = await printed(turn, params.id ?? '');
      if (!scenario) return refuse('not_found');
      const content = await writeSheet[writers[as]](guideSheet(scenario, turn.words, publicUrl));
      const name =
        fold(scenario.title)
          .replaceAll(/[^a-z0-9]+/g, '-')
          .slice(0, 60) || scenario.id;
      return { kind: 'file', file: { name: `${name}.${as}`, type: types[as], content } };
    },
  ),
];
