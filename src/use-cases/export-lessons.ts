import { type LessonBundle, writeBundle } from '../domain/export/lesson-bundle.ts';
import { groupLessons, type LessonGroup } from '../domain/export/lesson-groups.ts';
import { lessonMarkdown } from '../domain/export/lesson-markdown.ts';
import type { Lesson, LessonRecord } from '../domain/lesson.ts';
import { isServed, type LessonState } from '../domain/lesson-state.ts';
import { isFitToServe } from './guard/fit-to-serve.ts';
import { maskStored } from './guard/mask-stored.ts';
import { listedPlace } from './organisation/listed-place.ts';
import type { Caller, Services } from './services.ts';
import { workflowOfLesson } from './workflow-of-lesson.ts';

export interface ExportLessonsInput {
  readonly project?: string | undefined;
  /** Those that hold in every project, in place of the project's. */
  readonly organisation?: boolean | undefined;
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
  const { place: project, ...filter } = listedPlace(caller, input);
  const { items } = await services.stores.lessons.list(project, filter);
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
  const fit = await fitToRead(services, caller, input);
  return { text: fit.map(lessonMarkdown).join('\n'), lessons: fit.length };
};

/** A project's lessons in groups, each as one skill of an agent. */
export const exportSkills = async (
  services: Services,
  caller: Caller,
  input: ExportLessonsInput,
): Promise<LessonGroup[]> => {
  const grouped = [];
  for (const lesson of await fitToRead(services, caller, input)) {
    grouped.push({ lesson, workflow: await workflowOfLesson(services, lesson) });
  }
  return groupLessons(grouped);
};

/** Files are what agents are given to read: of what serves, only what would be delivered. */
const fitToRead = async (services: Services, caller: Caller, input: ExportLessonsInput): Promise<Lesson[]> => {
  const { place, ...filter } = listedPlace(caller, input);
  const { items } = await services.stores.lessons.list(place, filter);
  const fit: Lesson[] = [];
  for (const lesson of items) {
    if (!isServed(lesson.state) || (await isFitToServe(services, lesson))) fit.push(lesson);
  }
  return maskStored(services, fit);
};
