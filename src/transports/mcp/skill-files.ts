import { createHash } from 'node:crypto';
import { groupDescription } from '../../domain/export/group-description.ts';
import type { LessonGroup } from '../../domain/export/lesson-groups.ts';
import type { Lesson } from '../../domain/lesson.ts';
import { tokenCount } from '../../domain/text/token-count.ts';
import { fenced, lessonBlock } from './lesson-fence.ts';
import { labelled, storedText } from './stored-text.ts';

/** One skill: its folder's name, and its files by their path in it. */
export interface SkillFolder {
  readonly name: string;
  /** What it is, and when it is needed. */
  readonly description: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A host reads SKILL.md whole: below the 5,000 tokens that hosts ask for, the frame included. */
const MOST_TOKENS = 4_000;

/**
 * A group of lessons in the form of a skill: SKILL.md holds the most helpful ones, `lessons/` each with its examples. The
 * same lessons give the same bytes, because clients compare digests.
 */
export const skillFolder = (group: LessonGroup): SkillFolder => {
  const { name, lessons } = group;
  const description = storedText(groupDescription(group));
  return {
    name,
    description,
    files: {
      'SKILL.md': [frontMatter(name, description), skillText(group)].join('\n'),
      ...Object.fromEntries(lessons.map((lesson) => [`lessons/${lesson.lesson_id}.md`, lessonText(lesson)])),
    },
  };
};

/** A string of JSON is one of YAML. */
const frontMatter = (name: string, description: string): string =>
  `---\nname: ${name}\ndescription: ${JSON.stringify(description)}\n---\n`;

const skillText = ({ about, lessons }: LessonGroup): string => {
  const shown = withinBudget(lessons);
  const rest = lessons.length - shown.length;
  return [
    `# Lessons of this team about ${storedText(about).replace(/\s+/gu, ' ').replace(/[<>]/gu, '')}`,
    '',
    `${shown.length} of ${lessons.length}, the most helpful first. Each is in lessons/ with its examples. start_task finds those that fit your task, and only what was delivered by it can be judged.`,
    ...(rest > 0 ? [`The other ${rest} are in the folder lessons/.`] : []),
    '',
    block(shown.map(lessonBlock)),
    '',
  ].join('\n');
};

const lessonText = (lesson: Lesson): string =>
  `${block([[lessonBlock(lesson), ...lesson.examples.flatMap((example) => labelled('example', example))].join('\n')])}\n`;

/** The mark follows from the words, so nobody can write words that hold their own mark. */
const block = (blocks: readonly string[]): string =>
  fenced(blocks, createHash('sha256').update(blocks.join('\n')).digest('hex').slice(0, 24));

const withinBudget = (lessons: readonly Lesson[]): Lesson[] => {
  let left = MOST_TOKENS;
  return lessons.filter((lesson) => {
    left -= left < 0 ? 0 : tokenCount(lessonBlock(lesson));
    return left >= 0;
  });
};
