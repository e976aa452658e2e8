import type { Services } from '../services.ts';
import { type DeliveredNotices, deliverNotices } from './deliver-notices.ts';
import { dueDigests } from './due-digests.ts';
import { findDrift, findNotices } from './find-notices.ts';
import type { FoundNotice } from './found-notice.ts';
import { keepNotices } from './keep-notices.ts';

/** One round: what is new is kept, and what is due is sent. `thorough`: what takes longer to find, too. */
export const tellPeople = async (
  services: Services,
  { consoleAt, thorough }: { consoleAt: string | null; thorough: boolean },
): Promise<DeliveredNotices> => {
  if (services.messengers.length === 0) return { sent: 0, failed: 0 };
  const found: FoundNotice[] = thorough ? await dueDigests(services) : [];
  for (const { project, runs } of await services.stores.directory.listProjects()) {
    found.push(...(await findNotices(services, project)));
    if (thorough && runs > 0) found.push(...(await findDrift(services, project)));
  }
  await keepNotices(services, found);
  return deliverNotices(services, consoleAt);
};
