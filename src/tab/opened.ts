/**
 * A part of the tab that loads when it is shown; what was loaded ahead stands there at once. React's own `lazy` is not used:
 * once its "Loading" is shown it keeps it for 300 ms, and most parts are there after a tenth of that.
 */
import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react';
import { Loading } from './parts/states.tsx';

export type Opened<Props = object> = ComponentType<Props> & {
  /** Loads it ahead; a failure is met again, and told, where the part is shown. */
  ahead(): Promise<unknown>;
};

export function opened<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = createElement(Loading),
): Opened<Props> {
  let loaded: ComponentType<Props> | undefined;
  const loading = async () => {
    loaded ??= await load();
    return loaded;
  };
  const Body: ComponentType<Props> = (props) => {
    const [Shown, show] = useState(() => loaded);
    const [error, fail] = useState<Error>();
    useEffect(() => {
      if (!Shown) loading().then((part) => show(() => part), fail);
    }, [Shown]);
    if (error) throw error;
    return Shown ? createElement(Shown, props) : meanwhile;
  };
  return Object.assign(Body, { ahead: () => loading().catch(() => undefined) });
}
