import type { Id } from '../../domain/ids.ts';
import type { LessonRecord } from '../../domain/lesson.ts';
import { cleanText } from '../../domain/text/canonical.ts';
import type { Services } from '../services.ts';
import { type Check, fail, ok, warn } from './check.ts';

/** What one examination reads, in characters: a large store is looked through by several. */
const MOST_READ = 600_000;
const MOST_LESSONS = 2_000;
const MOST_NAMED = 5;
const HIDDEN = 'hidden characters';

interface Found {
  readonly project: string;
  readonly lesson_id: Id;
  readonly kinds: readonly string[];
}

interface Look {
  readonly read: number;
  readonly waiting: number;
  readonly found: readonly Found[];
}

/**
 * That no stored lesson holds what the present rules know for a secret, or hides characters. Only lessons that these rules
 * have not seen yet are read, and those in which something was found; the rest waits for the next time.
 */
export const textsCheck = async (services: Services): Promise<Check[]> => {
  const look = await lookThrough(services);
  const secrets = look.found.filter(({ kinds }) => kinds.some((kind) => kind !== HIDDEN));
  if (secrets.length > 0) return [secretsFound(secrets, await services.backup.list())];
  if (look.found.length > 0) {
    return [
      warn('texts', `Hidden characters in ${named(look.found)}.`, 'Say each anew: `hone review edit ID --rule …`.'),
    ];
  }
  const rest = look.waiting === 0 ? '' : ` ${look.waiting} more wait for the next examination.`;
  return [ok('texts', `No secret and nothing hidden in lessons: ${look.read} read by these rules now.${rest}`)];
};

const secretsFound = (
  secrets: readonly Found[],
  backups: readonly { readonly file: string; readonly found: boolean }[],
): Check => {
  const copies = backups.filter((one) => one.found).map(({ file }) => file);
  return fail(
    'texts',
    `A secret by the present rules in ${named(secrets)}. None of these is delivered.`,
    [
      `Revoke it, then: ${secrets
        .slice(0, MOST_NAMED)
        .map(({ lesson_id }) => `hone audit purge ${lesson_id} --reason "a secret"`)
        .join('; ')}.`,
      ...(copies.length === 0 ? [] : [`Backups may hold it too: ${copies.join(', ')}.`]),
    ].join(' '),
  );
};

const named = (found: readonly Found[]): string => {
  const first = found
    .slice(0, MOST_NAMED)
    .map(({ lesson_id, project, kinds }) => `${lesson_id} (${project}: ${kinds.join(', ')})`);
  const more = found.length - first.length;
  return `${first.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
};

const lookThrough = async (services: Services): Promise<Look> => {
  const rules = await services.guard.rules();
  const found: Found[] = [];
  let [read, waiting, characters] = [0, 0, 0];
  for (const { project } of await services.stores.directory.listProjects()) {
    const { items, total } = await services.stores.scans.due(project, rules, MOST_LESSONS);
    waiting += total;
    const looked: { lesson_id: Id; kinds: string[] }[] = [];
    for (const lesson_id of items) {
      if (characters > MOST_READ || read >= MOST_LESSONS) break;
      const record = await services.stores.lessons.record(project, lesson_id);
      const texts = record === null ? [] : textsOf(record);
      characters += texts.reduce((sum, text) => sum + text.length, 0);
      looked.push({ lesson_id, kinds: await kindsIn(services, texts) });
      read += 1;
    }
    waiting -= looked.length;
    await noteAll(services, project, rules, looked);
    found.push(...looked.filter(({ kinds }) => kinds.length > 0).map((one) => ({ project, ...one })));
  }
  return { read, waiting, found };
};

const noteAll = async (
  services: Services,
  project: string,
  rules: string,
  looked: readonly { lesson_id: Id; kinds: readonly string[] }[],
): Promise<void> => {
  if (looked.length === 0) return;
  const at = services.clock.now();
  await services.unitOfWork.write(async ({ scans }) => {
    for (const { lesson_id, kinds } of looked) await scans.note(project, lesson_id, { rules, found: kinds, at });
  });
};

/** Every text that is kept with a lesson, in each of its versions. */
const textsOf = ({ versions, evidence, triggers, transitions }: LessonRecord): string[] =>
  [
    ...versions.flatMap((one) => [
      ...[one.when, one.rule, one.not_when, one.why],
      ...one.examples,
      ...one.citations.flatMap(({ path, symbol }) => [path, symbol]),
      ...Object.values(one.scope).flat(),
    ]),
    ...evidence.flatMap(({ ref, text }) => [ref, text]),
    ...triggers.map(({ text }) => text),
    ...transitions.map(({ reason }) => reason),
  ].filter((text): text is string => typeof text === 'string');

const kindsIn = async (services: Services, texts: readonly string[]): Promise<string[]> => {
  const kinds = new Set<string>();
  for (const text of texts) {
    for (const { kind } of await services.guard.findSecrets(text)) kinds.add(kind);
    if (cleanText(text).removed > 0) kinds.add(HIDDEN);
  }
  return [...kinds];
};
