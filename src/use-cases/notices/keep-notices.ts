import type { Notice } from '../../domain/notice.ts';
import type { Services } from '../services.ts';
import type { FoundNotice } from './found-notice.ts';

/** Keeps what is new for each channel. @returns how many of them were new */
export const keepNotices = async (
  { messengers, stores, unitOfWork, clock }: Services,
  found: readonly FoundNotice[],
): Promise<number> => {
  const at = clock.now();
  const wanted = messengers.flatMap(({ channel }) => found.map((one) => ({ ...one, channel, created_at: at })));
  const unknown: Notice[] = [];
  for (const notice of wanted) if (!(await stores.notices.has(notice))) unknown.push(notice);
  // Most times there is nothing new: then nothing is locked.
  if (unknown.length === 0) return 0;
  return unitOfWork.write(async ({ directory, notices }) => {
    let added = 0;
    for (const notice of unknown) {
      await directory.addProject(notice.project, at);
      if (await notices.add(notice)) added += 1;
    }
    return added;
  });
};
