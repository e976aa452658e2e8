import type { Captured } from '../../domain/capture/captured.ts';
import { type ErrorCode, HoneError } from '../../domain/error.ts';
import type { EventSpool } from '../../ports/event-spool.ts';
import type { Caller, Services } from '../services.ts';
import { keepEvent } from './keep-event.ts';

export interface Drained {
  readonly kept: number;
  /** Lines that could not be read, and events that the store refused. */
  readonly lost: number;
}

/** Whose word it is in a project. */
type CallerIn = (project: string) => Promise<Caller>;

/**
 * Brings what hooks left in the spool into the store. An event that comes twice counts once.
 *
 * @throws HoneError BUSY or STORE_UNAVAILABLE; what was not kept stays in the spool.
 */
export const drainEvents = async (services: Services, callerIn: CallerIn, spool: EventSpool): Promise<Drained> => {
  let kept = 0;
  let lost = 0;
  for (const batch of await spool.claim()) {
    lost += batch.unreadable;
    for (const event of batch.events) {
      if (await keepOrRefuse(services, await callerIn(event.project), event)) kept += 1;
      else lost += 1;
    }
    await batch.done();
  }
  return { kept, lost };
};

/** What passes, and is to be tried again. */
const PASSES: readonly ErrorCode[] = ['BUSY', 'STORE_UNAVAILABLE', 'RATE_LIMITED'];

/** False when the store refuses the event for good. @throws HoneError for what passes. */
export const keepOrRefuse = async (services: Services, caller: Caller, event: Captured): Promise<boolean> => {
  try {
    await keepEvent(services, caller, event);
    return true;
  } catch (error) {
    if (!(error instanceof HoneError) || PASSES.includes(error.code)) throw error;
    return false;
  }
};
