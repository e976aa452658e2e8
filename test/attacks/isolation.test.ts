import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { recordCorrection } from '../../src/use-cases/record-correction.ts';
import { requestCheckpoint } from '../../src/use-cases/request-checkpoint.ts';
import type { Services } from '../../src/use-cases/services.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { runCli } from '../support/cli-host.ts';
import {
  type Answer,
  callerOf,
  codeOf,
  type Holder,
  startTeamServer,
  type TeamServer,
} from '../support/team-server.ts';
import { openTestServices } from '../support/test-services.ts';

const STRANGERS: readonly Holder[] = ['agent-9', 'rev-q', 'lead-q'];
const PEOPLE: readonly Holder[] = ['rev-q', 'lead-q'];
/** Words that are in project P alone. */
const CANARIES = ['migrations', 'changelog', 'Kestrel', 'osprey', 'release notes', 'feature flags'];

interface Secrets {
  readonly lessons: readonly string[];
  readonly runs: readonly string[];
  readonly checkpoints: readonly string[];
}

const furnishP = async (services: Services, server: TeamServer): Promise<Secrets> => {
  const ann = callerOf('ann', ['agent'], 'P');
  const { run_id } = await startTask(services, ann, { task: 'teach the Kestrel to dive', task_key: 'KES-7' });
  const asked = await requestCheckpoint(services, ann, { run_id, question: 'May the osprey fish?' });
  const novel = await recordCorrection(services, ann, {
    run_id,
    wrong: 'let the osprey walk',
    right: 'Let the osprey fly.',
  });
  const { active, proposed, byBen } = server.lessons;
  return {
    lessons: [active, proposed, byBen, novel.lesson?.lesson_id ?? ''],
    runs: [run_id, server.run],
    checkpoints: [asked.checkpoint_id],
  };
};

/** Stands where a probe names no id. */
const NONE = 'no id is named here';
/** An id of the same form that never was. */
const never = (id: string): string => `${id.slice(0, 4)}${'0'.repeat(id.length - 4)}`;
const SPELLINGS = ['P', 'p', ' P', 'P ', './P', 'P/', 'Q/../P', '%50', 'P\u200b', '*', 'P,Q', '@organisation'];

/** Arguments that name something of P; `{id}` is where. */
const toolProbes = ({
  lessons,
  runs,
  checkpoints,
}: Secrets): { tool: string; input: Record<string, unknown>; id?: string }[] => [
  ...SPELLINGS.flatMap((project) => [
    { tool: 'recall_lessons', input: { query: 'running database migrations', project } },
    { tool: 'start_task', input: { task: 'teach the Kestrel to dive', task_key: 'KES-7', project } },
    { tool: 'intervention_trends', input: { project } },
    { tool: 'lesson_impact', input: { project } },
    { tool: 'propose_lesson', input: { when: 'a', rule: 'Use b.', project } },
    { tool: 'record_correction', input: { wrong: 'a', right: 'Use b.', project } },
  ]),
  ...lessons.flatMap((id) => [
    { tool: 'get_lesson', input: { lesson_id: id }, id },
    { tool: 'propose_lesson', input: { when: 'a', rule: 'Use b.', same_as: id }, id },
    { tool: 'propose_lesson', input: { when: 'a', rule: 'Use b.', supersedes: id }, id },
    { tool: 'propose_lesson', input: { when: 'a', rule: 'Use b.', differs_from: { lesson_id: id, how: 'c' } }, id },
  ]),
  ...runs.flatMap((id) => [
    { tool: 'recall_lessons', input: { query: 'osprey', run_id: id }, id },
    { tool: 'record_outcome', input: { run_id: id, outcome: 'failed' }, id },
    { tool: 'record_correction', input: { run_id: id, wrong: 'a', right: 'Use b.' }, id },
    { tool: 'request_checkpoint', input: { run_id: id, question: 'Go?' }, id },
    { tool: 'propose_lesson', input: { run_id: id, when: 'a', rule: 'Use b.' }, id },
  ]),
  ...checkpoints.map((id) => ({
    tool: 'request_checkpoint',
    input: { run_id: runs[0], question: 'May the osprey fish?', checkpoint_id: id },
    id,
  })),
];

const addresses = ({ lessons, runs, checkpoints }: Secrets): { path: string; id?: string }[] => [
  ...lessons.flatMap((id) => [`/lessons/${id}`, `/review/${id}`, `/lessons?done=${id}`].map((path) => ({ path, id }))),
  ...runs.map((id) => ({ path: `/runs/${id}`, id })),
  ...checkpoints.map((id) => ({ path: `/checkpoints?done=${id}`, id })),
  ...[
    '/',
    '/review',
    '/lessons',
    '/lessons?q=osprey',
    '/runs',
    '/checkpoints',
    '/workflows',
    '/health',
    '/metrics',
  ].flatMap((path) =>
    ['P', 'p', '*', '@organisation'].map((project) => ({
      path: `${path}${path.includes('?') ? '&' : '?'}project=${encodeURIComponent(project)}`,
    })),
  ),
];

const acts = ({ lessons, checkpoints }: Secrets): { path: string; fields: Record<string, string>; id: string }[] => [
  ...lessons.flatMap((id) => [
    ...['accept', 'reject', 'retire', 'dispute', 'quarantine', 'merge', 'edit'].map((action) => ({
      path: `/lessons/${id}/decide`,
      fields: { action, version: '1', reason: 'x', rule: 'y', when: 'z', into: id },
      id,
    })),
    { path: `/lessons/${id}/undo`, fields: {}, id },
    { path: `/lessons/${id}/share`, fields: { reason: 'x' }, id },
    { path: `/lessons/${id}/stance`, fields: { stance: 'hidden', reason: 'x' }, id },
  ]),
  ...checkpoints.map((id) => ({ path: `/checkpoints/${id}/answer`, fields: { answer: 'yes' }, id })),
];

const commands = ({ lessons, runs, checkpoints }: Secrets): { args: string[]; id?: string }[] => [
  ...lessons.flatMap((id) =>
    [
      ['lessons', 'show', id],
      ['lessons', 'history', id],
      ['lessons', 'retire', id, '--reason', 'x'],
      ['lessons', 'hide', id, '--reason', 'x'],
      ['lessons', 'propose-organisation', id],
      ['review', 'accept', id],
      ['review', 'dispute', id, '--reason', 'x'],
      ['review', 'edit', id, '--rule', 'Use b.'],
      ['audit', 'who-received', id],
    ].map((args) => ({ args, id })),
  ),
  ...runs.flatMap((id) => [
    { args: ['runs', 'show', id], id },
    { args: ['outcome', id, '--outcome', 'failed'], id },
    { args: ['intervention', id, '--kind', 'takeover'], id },
  ]),
  ...checkpoints.map((id) => ({ args: ['checkpoint', 'answer', id, 'yes'], id })),
  ...['lessons list', 'review list', 'runs list', 'checkpoint list', 'trends', 'impact', 'audit log'].flatMap(
    (line) => [{ args: [...line.split(' '), '--project', 'P'] }, { args: line.split(' ') }],
  ),
];

/** All of P that somebody could have changed, and the words in its chain. */
const standing = async (services: Services): Promise<string> => {
  const { items } = await services.stores.lessons.list('P', {});
  const { items: runs, total } = await services.stores.runs.listRuns('P', {});
  const open = await services.stores.runs.listCheckpoints('P', {});
  const chain = (await services.audit.events('P', {})).items.filter(({ denied }) => !denied).length;
  return JSON.stringify([items, runs, total, open, chain]);
};

const withoutId = (text: string, id: string): string =>
  text
    .replaceAll(id, 'ID')
    .replaceAll(never(id), 'ID')
    .replaceAll(/name="csrf" value="[^"]+"/gu, '');
const told = (text: string): boolean => CANARIES.some((word) => text.toLowerCase().includes(word.toLowerCase()));

class Tally {
  readonly leaks: string[] = [];
  readonly counts = new Map<string, number>();

  note(surface: string, what: string, leaked: boolean): void {
    this.counts.set(surface, (this.counts.get(surface) ?? 0) + 1);
    if (leaked) this.leaks.push(`${surface}: ${what}`);
  }
  get total(): number {
    return [...this.counts.values()].reduce((sum, n) => sum + n, 0);
  }
}

/** What somebody said comes back to them; nothing else of P may. */
const echoes = (input: object): boolean => told(JSON.stringify(input));

interface Probe {
  readonly services: Services;
  readonly server: TeamServer;
  readonly secrets: Secrets;
  readonly tally: Tally;
  readonly as: Holder;
}

const probeTools = async ({ server, secrets, tally, as }: Probe): Promise<void> => {
  for (const { tool, input, id = NONE } of toolProbes(secrets)) {
    const answer = await server.call(as, tool, input);
    const twin = await server.call(as, tool, JSON.parse(JSON.stringify(input).replaceAll(id, never(id))));
    const same = id === NONE || withoutId(answer.text, id) === withoutId(twin.text, id);
    const leaked = !same || codeOf(answer) === null || (told(answer.text) && !echoes(input));
    tally.note('tool', `${as} ${tool} ${JSON.stringify(input)} ${answer.text}`, leaked);
  }
};

const probeProtocol = async ({ server, secrets, tally, as }: Probe): Promise<void> => {
  const rpc = (method: string, params: object): Promise<Answer> =>
    server.post(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }), server.bearer(as));
  const names = SPELLINGS.map((name) => encodeURIComponent(name));
  const uris = [
    ...secrets.lessons.map((id) => `lesson://${id}`),
    ...names.flatMap((name) => [`hone://${name}/brief`, `hone://${name}/trends`]),
  ];
  for (const uri of uris) {
    const answer = await rpc('resources/read', { uri });
    tally.note('resource', `${as} ${uri} ${answer.text}`, codeOf(answer) === null || told(answer.text));
  }
  for (const method of ['resources/list', 'resources/templates/list', 'prompts/list', 'tools/list']) {
    const answer = await rpc(method, {});
    tally.note('list', `${as} ${method} ${answer.text}`, /Kestrel|osprey|"P"|hone:\/\/P\//u.test(answer.text));
  }
  for (const name of ['teach', 'retro', 'review', 'enrich']) {
    for (const project of ['P', '@organisation']) {
      const answer = await rpc('prompts/get', { name, arguments: { project } });
      tally.note('prompt', `${as} ${name}`, /Kestrel|osprey|migrations/u.test(answer.text));
    }
  }
};

const probePages = async ({ server, secrets, tally, as }: Probe): Promise<void> => {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const send = (path: string, fields: Record<string, string>, headers = {}): Promise<Answer> =>
    server.send({
      method: 'POST',
      path,
      body: new URLSearchParams(fields).toString(),
      headers: { ...form, ...headers },
    });
  const entered = await send('/login', { token: server.tokens[as] });
  const Cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const get = (path: string) => server.send({ path, headers: { Cookie } });
  const csrf = /name="csrf" value="([^"]+)"/u.exec((await get('/')).text)?.[1] ?? '';
  expect(csrf).not.toBe('');
  const differs = (one: Answer, twin: Answer, id: string): boolean =>
    one.status !== twin.status || withoutId(one.text, id) !== withoutId(twin.text, id);
  for (const { path, id = NONE } of addresses(secrets)) {
    const page = await get(path);
    const leaked =
      (id !== NONE && differs(page, await get(path.replaceAll(id, never(id))), id)) || (told(page.text) && !told(path));
    tally.note('page', `${as} ${path} ${page.status}`, leaked);
  }
  for (const { path, fields, id } of acts(secrets)) {
    const answer = await send(path, { csrf, ...fields }, { Cookie });
    const twin = await send(path.replaceAll(id, never(id)), { csrf, ...fields }, { Cookie });
    const leaked = differs(answer, twin, id) || answer.status < 400 || told(answer.text);
    tally.note('form', `${as} ${path} ${fields.action ?? ''} ${answer.status}`, leaked);
  }
};

const probeCommands = async ({ services, server, secrets, tally, as }: Probe): Promise<void> => {
  const run = async (args: readonly string[]) => {
    const connection = { token: server.tokens[as], project: args.includes('P') ? 'P' : 'Q' };
    const { exitCode, stdout, stderr } = await runCli(args, { services, connection });
    return { exitCode, out: stdout + stderr };
  };
  for (const { args, id = NONE } of commands(secrets)) {
    for (const json of [[], ['--json']]) {
      const answer = await run([...args, ...json]);
      const twin = await run([...args.map((one) => one.replaceAll(id, never(id))), ...json]);
      const same = answer.exitCode === twin.exitCode && withoutId(answer.out, id) === withoutId(twin.out, id);
      const leaked = (id !== NONE && (!same || answer.exitCode === 0)) || told(answer.out);
      tally.note('command', `${as} ${args.join(' ')} ${answer.out}`, leaked);
    }
  }
};

describe('projects are apart', () => {
  it('keeps everything of a project from the credentials of another, on every surface', async () => {
    const test = await openTestServices();
    const { services } = test;
    const server = await startTeamServer(test);
    const secrets = await furnishP(services, server);
    const before = await standing(services);
    const tally = new Tally();
    for (const as of STRANGERS) {
      await probeTools({ services, server, secrets, tally, as });
      await probeProtocol({ services, server, secrets, tally, as });
    }
    for (const as of PEOPLE) {
      await probePages({ services, server, secrets, tally, as });
      await probeCommands({ services, server, secrets, tally, as });
    }
    const by = [...tally.counts].map(([surface, n]) => `${surface} ${n}`).join(', ');
    process.stdout.write(`probes from other projects: ${tally.leaks.length} of ${tally.total} leaked (${by})\n`);
    expect(tally.leaks).toEqual([]);
    expect(tally.total).toBeGreaterThanOrEqual(300);
    expect(await standing(services)).toBe(before);
    expect((await services.audit.verify([])).ok).toBe(true);
  }, 240_000);

  it('answers for a project out of reach just as for one that never was, whatever it is asked', async () => {
    const test = await openTestServices();
    const server = await startTeamServer(test);
    const none = `N${randomBytes(6).toString('hex')}`;
    for (const [tool, input] of [
      ['recall_lessons', { query: 'x' }],
      ['start_task', { task: 'x' }],
      ['intervention_trends', {}],
      ['propose_lesson', { when: 'a', rule: 'Use b.' }],
    ] as const) {
      const [foreign, absent] = [
        await server.call('agent-9', tool, { ...input, project: 'P' }),
        await server.call('agent-9', tool, { ...input, project: none }),
      ];
      expect(foreign.text).toBe(absent.text);
    }
  });
});
