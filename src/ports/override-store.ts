import type { Time } from '../domain/ids.ts';
import type { Override, OverrideName } from '../domain/override.ts';

/**
 * What operators switched off, for the whole store. Read at each call, so that a switch holds in every running server at
 * its next answer. Appended facts; writes are called inside `UnitOfWork.write`.
 */
export interface OverrideStore {
  /** What is off at that time, by name. */
  active(at: Time): Promise<Override[]>;
  /** Takes the place of one of the same name. */
  set(override: Override): Promise<void>;
  clear(name: OverrideName, end: { at: Time; by: string }): Promise<void>;
}
