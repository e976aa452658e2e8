import { type LessonBundle, writeBundle } from '../domain/export/lesson-bundle.ts';
import { lessonMarkdown } from '../domain/export/lesson-markdown.ts';
import type { LessonRecord } from '../domain/lesson.ts';
import { isServed, type LessonState } from '../domain/lesson-state.ts';
import { isFitToServe } from './guard/fit-to-serve.ts';
import { maskStored } from './guard/mask-stored.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';

export interface ExportLessonsInput {
  readonly project?: string | undefined;
  /** All states when absent. */
  readonly states?: readonly LessonState[] | undefined;
  /** With versions, triggers, transitions and links. */
  readonly history?: boolean | undefined;
}

/** A project's lessons with their evidence, oldest first, for another store. */
export const exportBundle = async (
  services: Services,
  caller: Caller,
  input: ExportLessonsInput,
): Promise<LessonBundle> => {
  const project = resolveProject(caller, input.project);
  const { items } = await services.stores.lessons.list(project, filterOf(input));
  const records: LessonRecord[] = [];
  for (const { lesson_id: id } of items) {
    const record = await services.stores.lessons.record(project, id);
    if (record !== null) records.push(record);
  }
  return maskStored(services, writeBundle(project, records, { history: input.history === true }));
};

/** A project's lessons as Markdown sections, oldest first, for people. */
export const exportMarkdown = async (
  services: Services,
  caller: Caller,
  input: ExportLessonsInput,
): Promise<{ text: string; lessons: number }> => {
  const project = resolveProject(caller, input.project);
  const { items } = await services.stores.lessons.list(project, filterOf(input));
  const fit = [];
  for (const lesson of items) {
    // Markdown is what agents are given to read: of what serves, only what would be delivered.
    if (!isServed(lesson.state) || (await isFitToServe(services, lesson))) fit.push(lesson);
  }
  const text = (await maskStored(services, fit)).map(lessonMarkdown).join('\n');
  return { text, lessons: fit.length };
};

const filterOf = ({ states }: ExportLessonsInput): { states?: readonly LessonState[] } =>
  states === undefined ? {} : { states };
