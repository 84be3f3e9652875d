/** Every feature's routes in the matrix. A new feature adds its file here. */
import type { ApiRows, Unspoken } from './roles-api.ts';
import { discoveryRows, discoveryUnspoken } from './roles-api-discoveries.ts';
import { flagRows, flagUnspoken } from './roles-api-flags.ts';
import { hoursRows, hoursUnspoken } from './roles-api-hours.ts';
import { peopleRows, peopleUnspoken } from './roles-api-people.ts';
import { portableRows, portableUnspoken } from './roles-api-portable.ts';
import { restUnspoken } from './roles-api-rest.ts';
import { scenarioRows, scenarioUnspoken } from './roles-api-scenarios.ts';

export const apiRows: ApiRows = [
  ...scenarioRows,
  ...discoveryRows,
  ...flagRows,
  ...hoursRows,
  ...peopleRows,
  ...portableRows,
];

export const unspoken: Unspoken = {
  ...scenarioUnspoken,
  ...discoveryUnspoken,
  ...flagUnspoken,
  ...hoursUnspoken,
  ...peopleUnspoken,
  ...portableUnspoken,
  ...restUnspoken,
};
