/** A person without a mouse: Tab until something has the focus, Enter or Space to press it, keys to type. */
import type { Frame, Locator, Page } from 'playwright-core';

const mostTabs = 150;

export interface Keys {
  /** Tab by Tab until it has the focus; fails when Tab never gets there. */
  reach(target: Locator): Promise<void>;
  /** Reaches it and presses Enter. */
  press(target: Locator): Promise<void>;
  /** Reaches it and presses the space bar, as for a tick. */
  tick(target: Locator): Promise<void>;
  /** Goes into a list by Tab, down it by the arrow, and opens the line with Enter. */
  open(list: Locator, line: Locator): Promise<void>;
  /** Reaches it and types. */
  type(target: Locator, text: string): Promise<void>;
  /** How often something was pressed, ticked or picked. */
  readonly presses: number;
}

/** `tab` is where the page's parts are: the page itself, or the frame inside Teams. */
export function keys(page: Page, tab: Page | Frame = page): Keys {
  let presses = 0;
  const hasFocus = (target: Locator) => target.evaluate((node) => node === node.ownerDocument.activeElement);

  async function reach(target: Locator): Promise<void> {
    await target.waitFor();
    for (let tabs = 0; tabs < mostTabs; tabs++) {
      if (await hasFocus(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`keyboard: Tab never reaches ${target} (${await tab.title()})`);
  }

  /** As far as the line, or as the list goes: at its end the focus stays where it was. */
  async function along(key: 'ArrowDown' | 'ArrowUp', line: Locator): Promise<void> {
    for (let isMoving = true; isMoving && !(await hasFocus(line)); ) {
      const before = await tab.evaluateHandle('document.activeElement');
      await page.keyboard.press(key);
      isMoving = await before.evaluate((node) => node !== Reflect.get(Object(node), 'ownerDocument').activeElement);
    }
  }

  return {
    get presses() {
      return presses;
    },
    reach,
    async press(target) {
      await reach(target);
      presses++;
      await page.keyboard.press('Enter');
    },
    async open(list, line) {
      await line.waitFor();
      const isInside = () => list.evaluate((node) => node.contains(node.ownerDocument.activeElement));
      for (let tabs = 0; tabs < mostTabs && !(await isInside()); tabs++) await page.keyboard.press('Tab');
      await along('ArrowDown', line);
      await along('ArrowUp', line);
      if (!(await hasFocus(line))) throw new Error(`keyboard: the arrow never reaches ${line}`);
      presses++;
      await page.keyboard.press('Enter');
    },
    async tick(target) {
      await reach(target);
      presses++;
      await page.keyboard.press('Space');
    },
    async type(target, text) {
      await reach(target);
      await page.keyboard.type(text);
    },
  };
}
