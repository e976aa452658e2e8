import { createHash } from 'node:crypto';
import type { Lesson } from '../../domain/lesson.ts';
import { tokenCount } from '../../domain/text/token-count.ts';
import { DEFAULT_WORKFLOW, type Workflow } from '../../domain/workflow.ts';
import type { LessonGroup } from '../../use-cases/lesson-groups.ts';
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
/** Limits of the format, in characters. */
const LONGEST_NAME = 64;
const LONGEST_DESCRIPTION = 1_024;

/**
 * A group of lessons in the form of a skill: SKILL.md holds the most helpful ones, `lessons/` each with its examples. The
 * same lessons give the same bytes, because clients compare digests.
 */
export const skillFolder = ({ workflow, lessons }: LessonGroup): SkillFolder => {
  const name = nameOf(workflow);
  const description = descriptionOf(workflow, lessons.length);
  const shown = withinBudget(lessons);
  return {
    name,
    description,
    files: {
      'SKILL.md': [frontMatter(name, description), skillText(workflow, shown, lessons.length)].join('\n'),
      ...Object.fromEntries(lessons.map((lesson) => [`lessons/${lesson.lesson_id}.md`, lessonText(lesson)])),
    },
  };
};

/** Letters, digits and single hyphens; names that this makes alike differ by a print of the whole. */
const nameOf = ({ name }: Workflow): string => {
  if (name === DEFAULT_WORKFLOW.name) return 'team-lessons';
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const kept = plain.slice(0, LONGEST_NAME - 20).replace(/-$/u, '');
  const alike = kept === name && kept !== 'team' ? '' : `-${printOf([name]).slice(0, 8)}`;
  return `${kept || 'workflow'}${alike}-lessons`;
};

/** A string of JSON is one of YAML. */
const frontMatter = (name: string, description: string): string =>
  `---\nname: ${name}\ndescription: ${JSON.stringify(description)}\n---\n`;

const skillText = (workflow: Workflow, shown: readonly Lesson[], all: number): string => {
  const further = all > shown.length ? [`The other ${all - shown.length} are in the folder lessons/.`] : [];
  return [
    `# ${isGeneral(workflow) ? 'Lessons of this team' : `Lessons of this team for ${oneLine(workflow.name)}`}`,
    '',
    `${shown.length} of ${all}, the most helpful first. Each is in lessons/ with its examples. start_task finds those that fit your task, and only what was delivered by it can be judged.`,
    ...further,
    '',
    block(shown.map(lessonBlock)),
    '',
  ].join('\n');
};

const descriptionOf = (workflow: Workflow, all: number): string =>
  `What people corrected in this project${isGeneral(workflow) ? '' : `'s ${oneLine(workflow.name)} tasks (${oneLine(workflow.entry)})`}: ${all} approved ${all === 1 ? 'lesson' : 'lessons'}. Use before starting such a task.`.slice(
    0,
    LONGEST_DESCRIPTION,
  );

const isGeneral = ({ name }: Workflow): boolean => name === DEFAULT_WORKFLOW.name;

const oneLine = (text: string): string => storedText(text).replace(/\s+/gu, ' ').replace(/[<>]/gu, '');

const lessonText = (lesson: Lesson): string =>
  `${block([[lessonBlock(lesson), ...lesson.examples.flatMap((example) => labelled('example', example))].join('\n')])}\n`;

/** The mark follows from the words, so nobody can write words that hold their own mark. */
const block = (blocks: readonly string[]): string => fenced(blocks, printOf(blocks).slice(0, 24));

const printOf = (texts: readonly string[]): string => createHash('sha256').update(texts.join('\n')).digest('hex');

const withinBudget = (lessons: readonly Lesson[]): Lesson[] => {
  let left = MOST_TOKENS;
  return lessons.filter((lesson) => {
    left -= left < 0 ? 0 : tokenCount(lessonBlock(lesson));
    return left >= 0;
  });
};
