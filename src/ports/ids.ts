import type { Id, IdKind } from '../domain/ids.ts';

/** Where ids come from: prefixed, at least 96 random bits, sortable by the time of their making. */
export interface Ids {
  next(kind: IdKind): Id;
}
