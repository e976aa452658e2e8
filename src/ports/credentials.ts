import type { Id } from '../domain/ids.ts';
import type { Principal } from '../domain/principal.ts';

export type Identity =
  | { readonly status: 'known'; readonly principal: Principal }
  | { readonly status: 'unknown' | 'expired' | 'revoked' };

/**
 * Turns what a caller presents into who that is. Rights are looked up at each call, so that a revocation holds from the
 * next one on, in every process. Never logs, stores or repeats what was presented. Not the rights themselves: those are
 * the domain's (`principal.ts`, `lesson-state.ts`).
 */
export interface Credentials {
  identify(presented: string): Promise<Identity>;
  /** Who holds a credential that was identified before, by its id: a session must not outlive it. */
  renew(credential: Id): Promise<Identity>;
  /** A new secret, and the hash under which it is known. */
  issue(): { readonly secret: string; readonly hash: string };
}
