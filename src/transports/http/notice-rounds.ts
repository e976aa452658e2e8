import type { EventLog } from '../../ports/event-log.ts';
import { tellPeople } from '../../use-cases/notices/tell-people.ts';
import type { Services } from '../../use-cases/services.ts';

const EVERY_MS = 20_000;
/** What reads a month of tasks is looked at in one round of so many. */
const THOROUGH_EVERY = 45;

interface NoticeRoundsOptions {
  readonly services: () => Promise<Services>;
  readonly log: EventLog;
  /** Address of the console, without a slash at the end. */
  readonly consoleAt: string;
  readonly everyMs?: number;
}

/** Tells people now and again what waits for them, until the returned function is called, which lets a round end. */
export const startNoticeRounds = ({
  services,
  log,
  consoleAt,
  everyMs,
}: NoticeRoundsOptions): (() => Promise<void>) => {
  let rounds = 0;
  let last: Promise<void> = Promise.resolve();
  let busy = false;
  const round = async (): Promise<void> => {
    const thorough = rounds % THOROUGH_EVERY === 0;
    rounds += 1;
    try {
      const { sent, failed } = await tellPeople(await services(), { consoleAt, thorough });
      if (sent + failed > 0) log.info('notices', { sent, failed });
    } catch (error) {
      // The store is away or busy: the next round finds the same.
      log.warn('notices', { failure: error instanceof Error ? error.name : 'unknown' });
    }
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    last = round().finally(() => {
      busy = false;
    });
  }, everyMs ?? EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await last;
  };
};
