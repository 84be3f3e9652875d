/** What kind of gray area it is. */
import type { Flag } from './model.ts';

/** What a question is about as far as its context says; the reviewer corrects it. */
export function categoryOf(context: Flag['context'], toolIsListed: boolean): Flag['category'] {
  if (context.toolId && !toolIsListed) return 'toolNotListed';
  return context.dataClassId ? 'dataHandling' : 'other';
}
