/** A person without a mouse: Tab until something has the focus, Enter or Space to press it, keys to type. */
import type { ElementHandle, Frame, JSHandle, Locator, Page } from 'playwright-core';

const mostTabs = 150;
/** As long as a date or a time, which take key by key alone; of more text the rest comes at once, as a keyboard on a screen gives it. */
const mostKeys = 10;

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
  /** Reaches it and types in place of what stands there. */
  retype(target: Locator, text: string): Promise<void>;
  /** How often something was pressed, ticked or picked. */
  readonly presses: number;
}

/** `tab` is where the page's parts are: the page itself, or the frame inside Teams. */
export function keys(page: Page, tab: Page | Frame = page): Keys {
  let presses = 0;

  async function reach(target: Locator, isInside = false): Promise<void> {
    await target.waitFor();
    let handle = await shown(target);
    for (let tabs = 0; tabs < mostTabs; ) {
      const ahead = await tabsAhead(handle, isInside);
      if (ahead === 0) return;
      // Drawn anew meanwhile, it is another one.
      if (ahead === undefined) handle = await shown(target);
      for (let each = 0; each < (ahead ?? 0); each++) await page.keyboard.press('Tab');
      tabs += ahead ?? 1;
    }
    throw new Error(`keyboard: Tab never reaches ${target} (${await tab.title()})`);
  }

  async function write(text: string): Promise<void> {
    await page.keyboard.type(text.slice(0, mostKeys));
    if (text.length > mostKeys) await page.keyboard.insertText(text.slice(mostKeys));
  }

  /** As far as the line, or as the list goes: at its end the focus stays where it was. */
  async function along(key: 'ArrowDown' | 'ArrowUp', line: ElementHandle): Promise<boolean> {
    let isMoving = true;
    while (isMoving && !(await hasFocus(line))) {
      const before = await tab.evaluateHandle('document.activeElement');
      await page.keyboard.press(key);
      isMoving = !(await hasFocus(before));
    }
    return isMoving;
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
      await reach(list, true);
      const wanted = await shown(line);
      if (!(await along('ArrowDown', wanted)) && !(await along('ArrowUp', wanted)))
        throw new Error(`keyboard: the arrow never reaches ${line}`);
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
      await write(text);
    },
    async retype(target, text) {
      await reach(target);
      await page.keyboard.press('ControlOrMeta+A');
      await write(text);
    },
  };
}

async function shown(target: Locator): Promise<ElementHandle> {
  const handle = await target.elementHandle();
  if (!handle) throw new Error(`keyboard: there is no ${target}`);
  return handle;
}

const hasFocus = (handle: JSHandle): Promise<boolean> =>
  handle.evaluate((node) => node === node.ownerDocument.activeElement);

/**
 * How many stops of Tab lie before it, as far as the document tells: 0 where it has the focus, or has it inside where that
 * is wanted; undefined for what is no longer on the page. A Tab too many does nothing, for what was wanted keeps the focus
 * until this is asked again.
 */
const tabsAhead = (handle: ElementHandle, isInside: boolean): Promise<number | undefined> =>
  handle.evaluate((node, within) => {
    const page = node.ownerDocument;
    page.removeEventListener('keydown', page.keepsFocus, true);
    const isThere = () => (within ? node.contains(page.activeElement) : node === page.activeElement);
    if (!node.isConnected) return undefined;
    if (isThere()) return 0;
    page.keepsFocus = (event: Event & { readonly key: string }) => {
      if (event.key !== 'Tab' || !isThere()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    page.addEventListener('keydown', page.keepsFocus, true);
    const stops = [...page.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')].filter(
      (each) =>
        each.tabIndex >= 0 && !each.matches(':disabled, [type=radio], [data-tabster-dummy]') && each.checkVisibility(),
    );
    const to = stops.findIndex((each) => node === each || (within && node.contains(each)));
    return Math.max(1, to - stops.indexOf(page.activeElement));
  }, isInside);
