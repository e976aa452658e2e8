import type { LessonState } from '../../domain/lesson-state.ts';
import { exportEvents } from '../../use-cases/export-events.ts';
import { exportBundle, exportMarkdown, exportSkills } from '../../use-cases/export-lessons.ts';
import type { CliContext } from './context.ts';
import type { ExportFormat } from './export-format.ts';
import { writeMarkedBlock, writeNewFile, writeSkills } from './write-file.ts';

interface WriterOptions {
  readonly state?: readonly LessonState[];
  readonly force?: boolean;
  readonly organisation?: boolean;
}

/** Writes the file and answers with what it holds, by kind. */
type Writer = (context: CliContext, file: string, options: WriterOptions) => Promise<Record<string, number>>;

/** What people decided against, or what is held, does not travel unless asked for. */
const TRAVELLING: readonly LessonState[] = ['proposed', 'provisional', 'active', 'disputed'];

export const WRITERS: Record<ExportFormat, Writer> = {
  bundle: async (context, file, { state, force, organisation }) => {
    const [services, caller] = [await context.services(), await context.caller()];
    const bundle = await exportBundle(services, caller, { states: state ?? TRAVELLING, organisation });
    await writeNewFile(context.folder, file, `${JSON.stringify(bundle, null, 2)}\n`, force === true);
    return { lessons: bundle.lessons.length };
  },
  markdown: async (context, file, { state, organisation }) => {
    const [services, caller] = [await context.services(), await context.caller()];
    const { text, lessons } = await exportMarkdown(services, caller, { states: state ?? ['active'], organisation });
    await writeMarkedBlock(context.folder, file, text);
    return { lessons };
  },
  skills: async (context, folder, { state, organisation }) => {
    const [services, caller] = [await context.services(), await context.caller()];
    const groups = await exportSkills(services, caller, { states: state ?? ['active'], organisation });
    await writeSkills(context.folder, folder, groups);
    return { skills: groups.length, lessons: groups.reduce((sum, { lessons }) => sum + lessons.length, 0) };
  },
  events: async (context, file, { force }) => {
    const { text, lines } = await exportEvents(await context.services(), await context.caller(), {});
    await writeNewFile(context.folder, file, text, force === true);
    return { events: lines };
  },
  all: async (context, file, { force, organisation }) => {
    const [services, caller] = [await context.services(), await context.caller()];
    const bundle = await exportBundle(services, caller, { history: true, organisation });
    const events = await exportEvents(services, caller, {});
    const lines = events.text.split('\n').filter((line) => line !== '');
    const whole = { ...bundle, events: lines.map((line) => JSON.parse(line) as unknown) };
    await writeNewFile(context.folder, file, `${JSON.stringify(whole, null, 2)}\n`, force === true);
    return { lessons: bundle.lessons.length, events: lines.length };
  },
};
