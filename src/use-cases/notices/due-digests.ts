import { type Digest, dailyDigest } from '../daily-digest.ts';
import type { Caller, Services } from '../services.ts';
import { digestText } from './digest-text.ts';
import type { FoundNotice } from './found-notice.ts';

const MINUTE_MS = 60_000;
/** Whoever was down at the hour sends it late, but not at night. */
const LATEST_MINUTES = 6 * 60;

/** Of every project in which something happened or waits: once a day, from the hour on that was set. */
export const dueDigests = async (services: Services): Promise<FoundNotice[]> => {
  const { digestAtMinute } = services.settings;
  const now = services.clock.now();
  const minutes = (Date.parse(now) / MINUTE_MS) % (24 * 60);
  if (digestAtMinute === null || minutes < digestAtMinute || minutes > digestAtMinute + LATEST_MINUTES) return [];
  const found: FoundNotice[] = [];
  for (const { project } of await services.stores.directory.listProjects()) {
    const last = await services.stores.notices.newestAt(project, 'digest');
    if (last !== null && last.slice(0, 10) === now.slice(0, 10)) continue;
    const digest = await dailyDigest(services, readerOf(project), { since: '1d' });
    if (hasNews(digest)) found.push(digestNotice(digest));
  }
  return found;
};

const readerOf = (project: string): Caller => ({
  principal: { name: 'digest', kind: 'person', roles: [], projects: [project], solo: false },
  project,
  known: new Set([project]),
});

const hasNews = ({ runs, lessons, waiting }: Digest): boolean =>
  runs + lessons.proposed + lessons.accepted + lessons.left + waiting.review + waiting.checkpoints > 0;

/** One a day of each project. */
export const digestNotice = (digest: Digest): FoundNotice => ({
  project: digest.project,
  notice_key: `digest:${digest.to.slice(0, 10)}`,
  kind: 'digest',
  title: `Hone, ${digest.from.slice(0, 10)} to ${digest.to.slice(0, 10)}`,
  text: digestText(digest),
  path: `/?project=${encodeURIComponent(digest.project)}`,
});
