import type { EventSpool } from '../../ports/event-spool.ts';

/** What servers and hooks of one store share besides it. */
export interface HookPlaces {
  readonly spool: EventSpool;
  /** Folder of the sockets, or on Windows the prefix of the pipes. */
  readonly sockets: string;
}
