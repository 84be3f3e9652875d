/** A tool that comes onto the list because people asked for it. Pure. */
import { fold, isWithin } from '../../core/text.ts';
import { addDays, dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { Tool } from './model.ts';

export interface NewTool extends Pick<Tool, 'name' | 'kind' | 'accountKind'> {
  readonly alternativeId?: string;
}

/** Days until a new tool is looked at again (product 7.2). */
const ruleDays = 90;

const mostAliases = 20;
const maxAlias = 40;

export function newTool({ who, now }: Turn, id: string, { name, kind, accountKind, alternativeId }: NewTool): Tool {
  const at = now.toISOString();
  return {
    ...{ slug: slugOf(name) || `tool-${id.slice(0, 8)}`, name, vendor: '-', aliases: [], kind, accountKind },
    ...{ status: 'active', ownerId: who.personId, reviewDue: addDays(dayOf(now), ruleDays) },
    ...{ alternatives: alternativeId ? [alternativeId] : [], launchEnabled: false, rules: [] },
    ...{ createdAt: at, createdBy: who.personId, updatedAt: at, updatedBy: who.personId },
  };
}

/** What people call it leads to it, where it is not its name. */
export function withAlias(known: Tool, alias: string): Tool {
  const isKnown = [known.name, ...known.aliases].some((each) => fold(each) === fold(alias));
  if (isKnown || known.aliases.length >= mostAliases || !isWithin(alias, maxAlias)) return known;
  return { ...known, aliases: [...known.aliases, alias] };
}

const slugOf = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
