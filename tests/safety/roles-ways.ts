/** The ways a button's data may come in, and what a person reads of the answer. */
import { execute, submit, submitAction, taskFetch, taskSubmit } from '../helpers/activities.ts';
import type { Reply } from '../helpers/world.ts';
import type { Case } from './roles-runners.ts';

const ways: readonly (readonly [how: string, build: (verb: string, data: object) => Case['activity']])[] = [
  ['in place', (verb, data) => (change) => execute(verb, data, change)],
  ['in a dialog', (verb, data) => (change) => taskSubmit({ verb, ...data }, change)],
  ['opening a dialog', (verb, data) => (change) => taskFetch({ verb, ...data }, change)],
  ['from the message box', (verb, data) => (change) => submitAction({ verb, ...data }, change)],
  ['by an old client', (verb, data) => (change) => submit({ verb, ...data }, change)],
];

export const pressed = (verb: string, rest: (how: string) => Promise<{ data: object } & Partial<Case>>) =>
  Promise.all(
    ways.map(async ([how, build]): Promise<Case> => {
      const { data, isMine = false, isDone = () => false, ...more } = await rest(how);
      return { door: `action ${verb}`, how, isMine, isDone, activity: build(verb, data), ...more };
    }),
  );

/** Without the marks that keep a text from being taken for markdown. */
const plain = ({ text }: Reply): string => text.replaceAll(/[\\\u2060]/g, '');
export const shows = (words: string) => (reply: Reply) => plain(reply).includes(words);
