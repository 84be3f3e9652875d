/** A person taken out of what was prepared: it stays without their name (product 7.9). */
import { findAll } from '../../core/documents.ts';
import { type Erasure, neutral } from '../../core/erasure.ts';
import { kind } from './documents.ts';

export const setUpErasure: Erasure = {
  async *erase({ store }, personId) {
    for await (const document of findAll(store, { kind })) yield* neutral(document, personId);
  },
};
