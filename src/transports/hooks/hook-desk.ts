import type { Detector } from '../../domain/capture/detector.ts';
import type { HookAnswer, HookQuestion } from '../../domain/capture/hook-answer.ts';
import type { Time } from '../../domain/ids.ts';
import type { EventSpool } from '../../ports/event-spool.ts';
import type { SessionMemory } from '../../ports/session-memory.ts';

/** What a hook process has to work with. */
export interface HookDesk {
  readonly spool: Pick<EventSpool, 'append'>;
  memory(session: string): SessionMemory;
  /** Project and branch of a folder. */
  where(folder: string | undefined): { readonly project: string; readonly branch: string | null };
  /** Null when nobody answered in time. Never throws. */
  ask(question: HookQuestion): Promise<HookAnswer | null>;
  /** Read when a person speaks; null when its file is missing. */
  readonly detector: () => Detector | null;
  now(): Time;
}
