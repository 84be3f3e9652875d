/** The start of the use form as card data. */
import type { Entry } from './book.ts';
import type { PickData } from './cards/pick.card.ts';
import { forLine, type Scene } from './view.ts';

interface Picking {
  /** One press each. */
  readonly entries: readonly Entry[];
  readonly all: readonly Entry[];
  /** A run that waits for a word on how it went. */
  readonly open: { readonly useId: string; readonly title: string } | undefined;
}

export function pickView(scene: Scene, { entries, all, open }: Picking): PickData {
  const { words } = scene;
  return {
    summary: words('use.pickTitle'),
    hasOpen: open !== undefined,
    openLine: open ? words('use.openRun', { title: open.title }) : '',
    useId: open?.useId ?? '',
    items: entries.map((e) => ({ scenarioId: e.id, title: e.contract.title, text: forLine(e, scene) })),
    choices: all
      .map((e) => ({ title: e.contract.title, choiceId: e.id }))
      .toSorted((a, b) => a.title.localeCompare(b.title)),
  };
}
