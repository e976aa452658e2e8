import { HoneError } from '../../src/domain/error.ts';
import { callTool } from '../../src/tools/call-tool.ts';
import { tools } from '../../src/tools/index.ts';
import { importLessons } from '../../src/use-cases/import-lessons.ts';
import { readLessonFile } from '../../src/use-cases/read-lesson-file.ts';
import type { Stage } from './attack-store.ts';
import type { Attack, Json } from './read-attacks.ts';

/** What became of one call: an error's code, or the tool's answer. */
export interface Played {
  readonly code: string | null;
  readonly answer: Json;
}

type Fields = { [key: string]: Json };
const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for an attack that reaches the tools; others go by a socket, a page, a file or a command, or against the rates of a server. */
export const isPlayable = ({ id, surface, payload }: Attack): boolean => {
  if (id.startsWith('PSN-17')) return false;
  if (surface === 'lesson' || surface === 'correction' || surface === 'query')
    return stepsOf(payload).every(isToolStep);
  if (!isFields(payload)) return surface === 'import';
  if (surface === 'import') return payload.setup === undefined && payload.argv === undefined;
  // Rights, rates and projects come with a connection: the server's own tests play them.
  if (
    surface !== 'http' ||
    /^(?:ATH|NET|ISO)/u.test(id) ||
    payload.headers !== undefined ||
    payload.compare !== undefined
  )
    return false;
  return typeof payload.tool === 'string' || (payload.steps !== undefined && stepsOf(payload).every(isToolStep));
};

const stepsOf = (payload: Json): Fields[] =>
  isFields(payload) && Array.isArray(payload.steps) ? (payload.steps as Fields[]) : [];

const isToolStep = (step: Fields): boolean => tools.some((tool) => tool.name === step.do);

/** Plays a playable attack, all its steps in order. */
export const playAttack = async (stage: Stage, attack: Attack): Promise<Played[]> => {
  const payload = filled(stage, attack.payload, 0);
  if (attack.surface === 'import') return [await importText(stage, payload)];
  if (stepsOf(payload).length > 0) return playSteps(stage, attack, stepsOf(attack.payload));
  if (attack.surface === 'http' && isFields(payload)) {
    return [await call(stage, String(payload.tool), payload.arguments ?? {}, String(payload.as ?? 'agent-1'))];
  }
  const { tool, input } = argumentsOf(attack.surface, payload);
  return [await call(stage, tool, input, 'agent-1')];
};

const argumentsOf = (surface: Attack['surface'], payload: Json): { tool: string; input: Json } => {
  const fields = isFields(payload) ? payload : null;
  if (surface === 'lesson') {
    return {
      tool: 'propose_lesson',
      input: { when: 'working in this repository', rule: 'Keep it as it is.', ...(fields ?? { rule: payload }) },
    };
  }
  if (surface === 'correction') {
    return {
      tool: 'record_correction',
      input: {
        wrong: 'did it another way',
        right: 'Keep it.',
        when: 'working in this repository',
        ...(fields ?? { right: payload }),
      },
    };
  }
  if (fields?.task !== undefined) return { tool: 'start_task', input: fields };
  return { tool: 'recall_lessons', input: fields ?? { query: payload } };
};

const MOST_TIMES = 12;

const playSteps = async (stage: Stage, { surface }: Attack, steps: readonly Fields[]): Promise<Played[]> => {
  const most = surface === 'http' ? 4 : MOST_TIMES;
  const all = steps.flatMap((step) =>
    Array.from({ length: Math.min(Number(step.times ?? 1), most) }, (_, n) => ({ step, n })),
  );
  const played: Played[] = [];
  const names = new Map(stage.names);
  for (const { step, n } of all) {
    const input = stepInput(names, step, n);
    const one = await call(stage, String(step.do), input, String(step.as ?? 'agent-1'));
    if (isFields(one.answer) && typeof one.answer.lesson_id === 'string')
      names.set('lesson:previous', one.answer.lesson_id);
    played.push(one);
  }
  return played;
};

const stepInput = (names: ReadonlyMap<string, string>, step: Fields, n: number): Json => {
  const input = filled({ names }, step.with ?? {}, n);
  if (step.do !== 'record_outcome' || !isFields(input)) return input;
  return { run_id: names.get('run:agent-1') ?? '', outcome: 'failed', ...input };
};

const call = async (stage: Stage, name: string, input: Json, as: string): Promise<Played> => {
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`no tool ${name}`);
  try {
    return { code: null, answer: (await callTool(stage.services, stage.caller(as), tool, input)) as Json };
  } catch (error) {
    return refused(error);
  }
};

const refused = (error: unknown): Played => {
  if (!(error instanceof HoneError)) throw error;
  return { code: error.code, answer: `${error.message} ${error.hint}` };
};

const importText = async (stage: Stage, payload: Json): Promise<Played> => {
  const bundle = isFields(payload) && Array.isArray(payload.records) ? asBundle(payload) : payload;
  const text =
    typeof bundle === 'string'
      ? bundle.replace('"hone-export"', '"hone-bundle"').replace('"records"', '"lessons"')
      : JSON.stringify(bundle);
  try {
    const { lessons, refused: bad } = await readLessonFile(stage.services, { text, format: 'bundle' });
    if (bad.length > 0) return { code: 'INVALID_INPUT', answer: bad.map((one) => one.reason).join('; ') };
    const result = await importLessons(stage.services, stage.caller('rev-ben'), { items: lessons });
    const refusal = result.items.find((item) => item.status === 'refused');
    return refusal === undefined
      ? { code: null, answer: result as unknown as Json }
      : { code: 'SECRET_FOUND', answer: refusal.reason ?? '' };
  } catch (error) {
    return refused(error);
  }
};

const asBundle = ({ records, format, version, ...rest }: Fields): Fields => ({
  ...rest,
  format: format === undefined || format === 'hone-export' ? 'hone-bundle' : format,
  version: version ?? 1,
  project: 'elsewhere',
  lessons: (Array.isArray(records) ? records : []).map(withLessonId),
});

const withLessonId = (record: Json): Json => {
  if (!isFields(record)) return record;
  const { id, ...rest } = record;
  return id === undefined ? rest : { lesson_id: id, ...rest };
};

/** Placeholders filled in: names of the fixture, and the number of the repetition. */
const filled = (stage: Pick<Stage, 'names'>, value: Json, n: number): Json => {
  if (typeof value === 'string') {
    return value.replace(/\{([^{}]{1,60})\}/gu, (whole, name: string) =>
      name === 'n' ? String(n) : (stage.names.get(name) ?? whole),
    );
  }
  if (Array.isArray(value)) return value.map((item) => filled(stage, item, n));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, filled(stage, entry, n)]));
};
