/** People in the API, by the rows of the matrix. */
import type { ApiRows, Unspoken } from './roles-api.ts';

export const peopleRows: ApiRows = [];

const own = 'about the person who asks, whoever they are';
export const peopleUnspoken: Unspoken = {
  'GET /api/me': own,
  'GET /api/me/views': own,
  'POST /api/me/views': own,
  'DELETE /api/me/views/:id': own,
};
