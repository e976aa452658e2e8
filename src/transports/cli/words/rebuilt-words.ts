import type { RebuiltLearning } from '../../../use-cases/rebuild-learning.ts';

/** What a rebuild found, and put right. */
export const rebuiltWords = ({ projects, lessons, changed }: RebuiltLearning): string => {
  const looked = `${lessons} lessons of ${projects} project${projects === 1 ? '' : 's'} computed anew from their events`;
  if (changed.length === 0) return `${looked}: nothing differed.`;
  const lines = changed.map(({ project, lesson_id, what }) => `  ${lesson_id} in ${project}: ${what.join(', ')}`);
  return [`${looked}. ${changed.length} differed and were put right:`, ...lines].join('\n');
};
