/** A part that a feature adds to the page of another one: `pages.ts` lists them in their order. */
export type Part = ComponentType;

/** A page of the tab: each feature declares its own, `main.tsx` lists them. */
import type { ComponentType } from 'react';
import type { Me } from '../core/me.ts';
import type { Opened } from './opened.ts';

export interface Page {
  /** Below `/tab`; what stands under it (`/review/flags/<id>`) belongs to the page as well. */
  readonly path: string;
  /** Key of its name in the menu. */
  readonly name: string;
  readonly Icon: ComponentType<{ readonly 'aria-hidden': true }>;
  /** Who finds it in the menu; what it shows is decided by the server alone. */
  isFor(me: Me): boolean;
  /** The tab opens here for this reader, whatever stands before it in the menu. */
  isStart?(me: Me): boolean;
  readonly Body: Opened;
}

/** `location` below `/tab`. */
export const isAt = ({ path }: Page, location: string): boolean => location === path || location.startsWith(`${path}/`);
