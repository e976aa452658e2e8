import type { Captured } from '../../domain/capture/captured.ts';
import { mayUseProject, type Principal } from '../../domain/principal.ts';
import { maskStored } from '../guard/mask-stored.ts';
import { inProjectOf } from '../identify.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';
import { withinLimits } from '../within-limits.ts';
import { keepOrRefuse } from './drain-events.ts';

/** A day: the clock of another machine may be wrong, but not that far. */
const AHEAD_MS = 86_400_000;

/** Whose word an event is: an agent's, whoever's token brought it. Null where the token does not cover the project. */
export const hookCaller = (principal: Principal, project: string): Caller | null =>
  mayUseProject(principal, project)
    ? inProjectOf({ ...principal, kind: 'agent', roles: principal.roles.length === 0 ? [] : ['agent'] }, project)
    : null;

/**
 * Keeps events that hooks of another machine sent. One that comes twice counts once, so a sender who got no answer sends them again.
 *
 * @throws HoneError BUSY, STORE_UNAVAILABLE or RATE_LIMITED; then nothing of it is answered for, and it is to be sent again.
 */
export const takeDelivery = async (
  services: Services,
  principal: Principal,
  events: readonly Captured[],
): Promise<{ kept: number; refused: number }> => {
  const latest = new Date(Date.parse(services.clock.now()) + AHEAD_MS).toISOString();
  const counted = new Set<string>();
  let kept = 0;
  for (const raw of events) {
    const caller = hookCaller(principal, raw.project);
    if (caller === null || caller.principal.roles.length === 0 || raw.at > latest) continue;
    if (!counted.has(raw.project)) await withinLimits(services, caller, { verb: 'hook_events', reads: false });
    counted.add(raw.project);
    // The hook masked what it knows as a secret; the server knows more forms of them.
    const event = await maskStored(services, raw);
    if (await keepOrRefuse(signed(services, caller, 'hook'), caller, event)) kept += 1;
  }
  return { kept, refused: events.length - kept };
};
