import type { Digest } from '../daily-digest.ts';
import type { Services } from '../services.ts';
import { type DeliveredNotices, deliverNotices } from './deliver-notices.ts';
import { digestNotice } from './due-digests.ts';
import { keepNotices } from './keep-notices.ts';

/** Sends a digest now, where that of this day was not told before, with whatever else is due. */
export const sendDigest = async (services: Services, digest: Digest): Promise<DeliveredNotices> => {
  await keepNotices(services, [digestNotice(digest)]);
  return deliverNotices(services, null);
};
