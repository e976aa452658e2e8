import { embedMissing } from './recall/embed-missing.ts';
import type { Services } from './services.ts';

/**
 * Makes the vectors that lessons of any project lack, one lesson after the other, until none lacks them or `keepOn` says
 * stop. Vectors that another model made are left alone: that is `reembed`. A failure ends it quietly: those lessons are found by words, and `hone doctor` counts them.
 */
export const makeUpVectors = async (services: Services, keepOn: () => boolean): Promise<number> => {
  // Looking for them among all lessons is not free, and nothing could be done about them.
  if (services.embedder.status().state === 'off') return 0;
  let made = 0;
  try {
    for (const { project } of await services.stores.directory.listProjects()) {
      if (keepOn()) made += await embedMissing(services, project, keepOn, { other: false });
    }
  } catch {
    // Another process may be doing the same, or the store went away; the next start goes on where this one ended.
  }
  return made;
};
