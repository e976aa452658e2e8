import type { NoticeStore } from '../../ports/notice-store.ts';
import type { Services } from '../services.ts';
import { type Check, ok, warn } from './check.ts';

type Standing = Awaited<ReturnType<NoticeStore['standing']>>;

const WINDOW_MS = 7 * 86_400_000;

/** Whether what people are to be told reaches them. */
export const noticesCheck = async ({ stores, messengers, clock }: Services): Promise<Check[]> => {
  const since = new Date(Date.parse(clock.now()) - WINDOW_MS).toISOString();
  const all: Standing[] = [];
  for (const { project } of await stores.directory.listProjects()) {
    all.push(await stores.notices.standing(project, since));
  }
  const sum = (of: 'sent' | 'waiting' | 'givenUp'): number => all.reduce((total, one) => total + one[of], 0);
  const [sent, waiting, givenUp] = [sum('sent'), sum('waiting'), sum('givenUp')];
  const failures = all.flatMap((one) => (one.lastFailure === null ? [] : [one.lastFailure]));
  const lastFailure = failures.sort((a, b) => b.at.localeCompare(a.at))[0] ?? null;
  if (messengers.length === 0 && sent + waiting + givenUp === 0) {
    return [ok('notices', 'Nobody is told: neither HONE_WEBHOOK_URL nor HONE_SLACK_WEBHOOK_URL is set.')];
  }
  const counts = `${sent} sent, ${waiting} waiting, ${givenUp} given up in 7 days`;
  if (givenUp === 0 && (waiting === 0 || lastFailure === null)) return [ok('notices', `${counts}.`)];
  const last =
    lastFailure === null ? '' : `; last failure: ${lastFailure.reason ?? 'unknown'}, ${lastFailure.at.slice(0, 16)}`;
  return [
    warn(
      'notices',
      `${counts}${last}.`,
      'Check the address and that this machine reaches it. What waits is tried again by itself for a day; what was given up is not sent any more.',
    ),
  ];
};
