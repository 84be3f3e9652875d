/** A page that loads when it is opened; what was loaded ahead stands there at once, without a moment of "Loading". */
import { type ComponentType, createElement, lazy, useState } from 'react';

export type Opened = ComponentType & {
  /** Loads it ahead; a failure is met again, and told, where the page is shown. */
  ahead(): Promise<unknown>;
};

export function opened(load: () => Promise<ComponentType>): Opened {
  let loaded: ComponentType | undefined;
  const loading = async () => {
    loaded ??= await load();
    return { default: loaded };
  };
  const Later = lazy(loading);
  const Body: ComponentType = () => {
    // Chosen once: another component in its place would lose what was typed.
    const [Shown] = useState(() => loaded ?? Later);
    return createElement(Shown);
  };
  return Object.assign(Body, { ahead: () => loading().catch(() => undefined) });
}
