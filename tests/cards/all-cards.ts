/** Every kind of card there is, read from the folders: a new card is tested and drawn without being listed anywhere. */
import { readdirSync } from 'node:fs';
import type { Card, CardKind, Place } from '../../src/core/card.ts';
import { languages, wordsFor } from '../../src/text/words.ts';

export interface Kind {
  /** `playbook/scenario`, the folder of the feature and the file. */
  readonly path: string;
  readonly card: CardKind<unknown>;
  readonly places: readonly Place[];
}

export interface Face {
  readonly kind: Kind;
  readonly sample: string;
  readonly data: unknown;
}

export interface Rendered extends Face {
  readonly language: string;
  readonly place: Place;
  readonly made: Card;
  readonly json: Record<string, unknown>;
}

const features = new URL('../../src/features/', import.meta.url);

/** Where a card stands, when not everywhere; whoever puts it elsewhere adds the place here. */
const usedIn: Readonly<Record<string, readonly Place[]>> = {
  'playbook/result': ['anywhere'],
  'playbook/filled': ['anywhere'],
  'playbook/scenario': ['message', 'dialog'],
  'playbook/fill': ['message', 'dialog'],
  'playbook/done': ['message', 'dialog'],
  'playbook/warn': ['message', 'dialog'],
  'playbook/pick': ['message', 'dialog'],
  'playbook/list': ['message'],
  'guardrails/choose': ['message', 'dialog'],
  'guardrails/verdicts': ['message'],
  'flags/form': ['message', 'dialog'],
  'flags/receipt': ['message', 'dialog'],
  'flags/item': ['message', 'dialog'],
  'flags/decide': ['message', 'dialog'],
  'flags/precedent': ['message', 'dialog'],
  'guardrails/nothing': ['anywhere'],
  'tool-requests/form': ['message', 'dialog'],
  'tool-requests/receipt': ['message', 'dialog'],
  'tool-requests/item': ['message', 'dialog'],
  'tool-requests/decide': ['message', 'dialog'],
  'tool-requests/demand': ['message'],
  'discoveries/form': ['message', 'dialog'],
  'discoveries/warn': ['message', 'dialog'],
  'discoveries/twin': ['message', 'dialog'],
  'discoveries/receipt': ['message', 'dialog'],
  'discoveries/item': ['message', 'dialog'],
  'discoveries/fold': ['message', 'dialog'],
  'communities/digest': ['message'],
  'review/week': ['message', 'dialog'],
  'wins/win': ['message', 'anywhere'],
  'wins/next': ['message', 'dialog'],
  'office-hours/changed': ['message'],
  'office-hours/hours': ['message'],
  'office-hours/plan': ['message', 'dialog'],
  'office-hours/preview': ['message', 'dialog'],
  'office-hours/host-session': ['message', 'dialog'],
  'office-hours/host-series': ['message', 'dialog'],
  'office-hours/host-form': ['message', 'dialog'],
  'office-hours/rsvp': ['message', 'dialog'],
  'office-hours/topics': ['message', 'dialog'],
  'office-hours/topic': ['message', 'dialog'],
  'office-hours/topic-form': ['message', 'dialog'],
  'office-hours/reminder': ['message'],
  'uses/how': ['message'],
  'uses/said': ['message', 'dialog'],
  'uses/rate': ['message', 'dialog'],
  'uses/rated': ['message', 'dialog'],
  'uses/ask-second': ['message', 'dialog'],
  'uses/friday': ['message'],
  'uses/criteria': ['anywhere'],
  'office-hours/recap-form': ['message', 'dialog'],
  'office-hours/recap': ['message', 'dialog'],
  'office-hours/outcomes': ['message', 'dialog'],
  'office-hours/outcome': ['message', 'dialog'],
  'pilots/invite': ['message'],
  'pilots/confirm': ['message'],
  'pilots/gate': ['message'],
  'pilots/step': ['message'],
  'playbook/sign': ['message'],
  'people/items': ['message'],
  'people/forget': ['message', 'dialog'],
  'people/told': ['message'],
  'people/settings': ['message', 'dialog'],
  'welcome/welcome': ['message'],
};
const everywhere: readonly Place[] = ['message', 'dialog', 'anywhere'];

const isKind = (value: unknown): value is CardKind<unknown> =>
  typeof value === 'object' && value !== null && 'render' in value && 'samples' in value;

async function kindsOf(feature: string): Promise<Kind[]> {
  const folder = new URL(`${feature}/cards/`, features);
  const found = readdirSync(folder).filter((name) => name.endsWith('.card.ts'));
  const kinds = found.toSorted().map(async (file) => {
    const module: object = await import(new URL(file, folder).href);
    const card = Object.values(module).find(isKind);
    if (!card) throw new Error(`cards: ${feature}/cards/${file} exports no card`);
    const path = `${feature}/${file.replace('.card.ts', '')}`;
    return { path, card, places: usedIn[path] ?? everywhere };
  });
  return Promise.all(kinds);
}

const withCards = readdirSync(features).filter((name) => readdirSync(new URL(name, features)).includes('cards'));

export const kinds: readonly Kind[] = (await Promise.all(withCards.map(kindsOf))).flat();

export const templateFiles: readonly string[] = withCards.flatMap((feature) =>
  readdirSync(new URL(`${feature}/cards/`, features))
    .filter((name) => name.endsWith('.card.json'))
    .map((name) => `${feature}/${name.replace('.card.json', '')}`),
);

export const faces: readonly Face[] = kinds.flatMap((kind) =>
  Object.entries(kind.card.samples).map(([sample, data]) => ({ kind, sample, data })),
);

export function rendered(face: Face, language: string, place: Place): Rendered {
  const made = face.kind.card.render(face.data, wordsFor(language), place);
  return { ...face, language, place, made, json: JSON.parse(made.json) };
}

/** Every face wherever it stands, in every language. */
export const everyFace = (): Rendered[] =>
  faces.flatMap((face) =>
    languages.flatMap((language) => face.kind.places.map((place) => rendered(face, language, place))),
  );

export const nameOf = ({ kind, sample, language, place }: Rendered): string =>
  `${kind.path} ${sample} ${language} ${place}`;
