/** The renderer's own parser as a judge; its root does not load in Node, its bundle does (platform.md 9). */
import { createRequire } from 'node:module';
import { z } from 'zod';

interface Event {
  readonly message: string;
}
interface Context {
  readonly eventCount: number;
  getEventAt(index: number): Event;
}
interface Library {
  readonly Versions: { readonly v1_5: unknown };
  readonly SerializationContext: new (version: unknown) => Context;
  readonly AdaptiveCard: new () => {
    parse(json: unknown, context: Context): void;
    validateProperties(): { readonly validationEvents: readonly Event[] };
  };
}

const isLibrary = (value: unknown): value is Library =>
  typeof value === 'object' && value !== null && 'AdaptiveCard' in value && 'SerializationContext' in value;

const library = z
  .custom<Library>(isLibrary)
  .parse(createRequire(import.meta.url)('adaptivecards-renderer/dist/adaptivecards.js'));

/** What the parser finds wrong; empty for a good card. */
export function complaints(json: unknown): string[] {
  const context = new library.SerializationContext(library.Versions.v1_5);
  const card = new library.AdaptiveCard();
  card.parse(json, context);
  const parsing = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  return [...parsing, ...card.validateProperties().validationEvents.map((event) => event.message)];
}
