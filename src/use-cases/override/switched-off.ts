import { HoneError } from '../../domain/error.ts';
import type { Override, OverrideName } from '../../domain/override.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import type { Caller, Services } from '../services.ts';

/** What is off now, by name. */
export const switchedOff = async (
  { clock }: Pick<Services, 'clock'>,
  { overrides }: Pick<Stores, 'overrides'>,
): Promise<ReadonlyMap<OverrideName, Override>> =>
  new Map((await overrides.active(clock.now())).map((one) => [one.name, one]));

/** What an agent may not do while its writes are off. It still starts tasks, recalls, and asks a human. */
const AGENT_WRITES = ['propose_lesson', 'record_correction', 'record_outcome'];

/** @throws HoneError FORBIDDEN for an agent's write while an operator has them off. */
export const refuseSwitchedOff = async (services: Services, { principal }: Caller, verb: string): Promise<void> => {
  if (principal.kind !== 'agent' || !AGENT_WRITES.includes(verb)) return;
  const off = (await switchedOff(services, services.stores)).get('agent-writes');
  if (off === undefined) return;
  throw new HoneError(
    'FORBIDDEN',
    `An operator switched off what agents write, until ${off.until}.`,
    'Go on with the task. Call again after that time with the same idempotency_key, or let a person use `hone flag`.',
  );
};
