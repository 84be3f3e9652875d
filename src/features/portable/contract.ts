/** What the tab sends to exports and imports and gets from them. */
import { z } from 'zod';

/** `GET /api/scenarios/:id/guide`: the answer is a file. */
export const guideQuery = z.strictObject({ as: z.enum(['pdf', 'docx', 'md']).default('pdf') });
