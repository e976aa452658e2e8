import { groupDescription } from './group-description.ts';
import type { LessonGroup } from './lesson-groups.ts';
import { lessonMarkdown } from './lesson-markdown.ts';
import { putMarkedBlock, withoutMarkedBlock } from './marked-block.ts';

const OWN = '# kept by `hone export`; take this line out to write the lines around it yourself';
const FRONT = /^(\uFEFF?---\r?\n)([\s\S]*?)(\r?\n---[ \t]*(?:\r?\n|$))/u;

/**
 * A `SKILL.md` of a group. What a person wrote outside the marked block stays; the front matter follows the lessons as long as
 * its comment says that it is kept.
 */
export const skillFile = (before: string | null, group: LessonGroup): string => {
  const lessons = group.lessons.map(lessonMarkdown).join('\n');
  const file = before === null || before.trim() === '' ? newFile(group) : withFront(before, group);
  return putMarkedBlock(file, lessons);
};

/** The file of a group that has no lessons any more; null: nothing of it is left. */
export const emptiedSkill = (before: string): string | null => {
  const emptied = putMarkedBlock(before, '');
  const isOwn = FRONT.exec(before)?.[2]?.includes(OWN) === true;
  const rest = withoutMarkedBlock(before).replace(FRONT, '').trim();
  return isOwn && rest === '' ? null : emptied;
};

const newFile = (group: LessonGroup): string => `---\n${frontOf(group)}\n---\n`;

const withFront = (before: string, group: LessonGroup): string => {
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  return before.replace(FRONT, (whole, open: string, inside: string, close: string) =>
    inside.includes(OWN) ? `${open}${frontOf(group).replaceAll('\n', eol)}${close}` : whole,
  );
};

/** Quoted as JSON does, which YAML reads too. */
const frontOf = (group: LessonGroup): string =>
  `name: ${group.name}\ndescription: ${JSON.stringify(groupDescription(group))}\n${OWN}`;
