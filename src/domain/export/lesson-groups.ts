import type { Lesson } from '../lesson.ts';
import { DEFAULT_WORKFLOW } from '../workflow.ts';

/** Lessons that belong together: those of a workflow, of a part of the repository, or the rest. */
export interface LessonGroup {
  /** Of its folder: 1 to 64 of `a`–`z`, `0`–`9` and single hyphens. */
  readonly name: string;
  /** What it is about, for a person. */
  readonly about: string;
  readonly lessons: readonly Lesson[];
}

export interface GroupedLesson {
  readonly lesson: Lesson;
  /** Of the task in which it was learned. */
  readonly workflow: string;
}

const LONGEST_NAME = 64;
const SUFFIX = '-lessons';
/** A part of the repository with fewer lessons has no group of its own. */
const FEWEST = 2;
const GENERAL = { name: `team${SUFFIX}`, about: 'this project' };

/** Every lesson in exactly one group; groups by name, lessons in the order given. */
export const groupLessons = (lessons: readonly GroupedLesson[]): LessonGroup[] => {
  const areas = new Map<string, number>();
  for (const { lesson } of lessons) {
    const area = areaOf(lesson);
    if (area !== null) areas.set(area, (areas.get(area) ?? 0) + 1);
  }
  const groups = new Map<string, { name: string; about: string; lessons: Lesson[] }>();
  for (const one of lessons) {
    const { name, about } = groupOf(one, (area) => (areas.get(area) ?? 0) >= FEWEST);
    const group = groups.get(name) ?? { name, about, lessons: [] };
    groups.set(name, group);
    group.lessons.push(one.lesson);
  }
  return [...groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
};

const groupOf = (
  { lesson, workflow }: GroupedLesson,
  isLarge: (area: string) => boolean,
): { name: string; about: string } => {
  if (workflow !== DEFAULT_WORKFLOW.name) {
    return named(workflow, `the workflow ${workflow}`) ?? GENERAL;
  }
  const area = areaOf(lesson);
  return area === null || !isLarge(area) ? GENERAL : (named(area, `the files in ${area}`) ?? GENERAL);
};

const named = (what: string, about: string): { name: string; about: string } | null => {
  const name = what
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST_NAME - SUFFIX.length)
    .replace(/^-+|-+$/gu, '');
  return name === '' ? null : { name: name + SUFFIX, about };
};

/** The first two folders of its first path, as far as they hold no pattern. */
const areaOf = ({ scope }: Lesson): string | null => {
  const folders = (scope.paths?.[0] ?? '').split('/').slice(0, -1);
  const end = folders.findIndex((one) => /[*?[{!]|^\.{0,2}$/u.test(one));
  const plain = (end === -1 ? folders : folders.slice(0, end)).slice(0, 2);
  return plain.length === 0 ? null : plain.join('/');
};
