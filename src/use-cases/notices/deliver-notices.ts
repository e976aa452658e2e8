import type { Time } from '../../domain/ids.ts';
import { claimOf, failureOf, type Notice } from '../../domain/notice.ts';
import type { Messenger } from '../../ports/messenger.ts';
import type { Services } from '../services.ts';

const AT_ONCE = 20;
/** Older ones were sent or given up long ago. */
const KEPT_MS = 3 * 86_400_000;

export interface DeliveredNotices {
  readonly sent: number;
  readonly failed: number;
}

/**
 * Brings what is due to where people are. Each is claimed first, so that of two servers on one store only one sends it. A
 * process that dies between sending and noting it sends it again, under the same id.
 */
export const deliverNotices = async (services: Services, consoleAt: string | null): Promise<DeliveredNotices> => {
  const now = services.clock.now();
  const counts = { sent: 0, failed: 0 };
  for (const { notice, failures } of await dueNotices(services, now)) {
    const messenger = services.messengers.find(({ channel }) => channel === notice.channel);
    if (messenger === undefined) continue;
    const claimed = await services.unitOfWork.write(({ notices }) => notices.note(notice, claimOf(now)));
    if (claimed) counts[await deliver(services, messenger, { notice, failures, consoleAt })] += 1;
  }
  return counts;
};

const dueNotices = async ({ stores }: Services, now: Time): Promise<{ notice: Notice; failures: number }[]> => {
  const among = { since: new Date(Date.parse(now) - KEPT_MS).toISOString(), limit: AT_ONCE };
  const due = [];
  for (const { project } of await stores.directory.listProjects()) {
    due.push(...(await stores.notices.due(project, now, among)));
  }
  return due.slice(0, AT_ONCE);
};

const deliver = async (
  { unitOfWork, clock }: Services,
  messenger: Messenger,
  { notice, failures, consoleAt }: { notice: Notice; failures: number; consoleAt: string | null },
): Promise<'sent' | 'failed'> => {
  const delivery = await messenger.deliver(notice, consoleAt === null ? null : `${consoleAt}${notice.path}`);
  const at = clock.now();
  const outcome = delivery.sent
    ? ({ result: 'sent', at } as const)
    : failureOf(at, failures + 1, delivery.reason, delivery.forGood);
  await unitOfWork.write(({ notices }) => notices.note(notice, outcome));
  return delivery.sent ? 'sent' : 'failed';
};
