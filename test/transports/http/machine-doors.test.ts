import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { TokenRole } from '../../../src/domain/token.ts';
import { bearerOf, Gate } from '../../../src/transports/http/authenticate.ts';
import { addMachineDoors } from '../../../src/transports/http/machine-doors.ts';
import { createToken } from '../../../src/use-cases/create-token.ts';
import { openTestServices, soloPerson } from '../../support/test-services.ts';

const EVENT = {
  v: 1,
  id: 'e1',
  at: '2026-01-01T00:00:00.000Z',
  project: 'app',
  client: 'claude-code',
  session: 's1',
  task_key: 'APP-7',
  what: { type: 'prompt', task: 'install the axios package' },
};
const FLAG = {
  project: 'app',
  at: '2026-01-01T00:00:00.000Z',
  input: { right: 'Use pnpm.', wrong: 'Used npm.', when: 'installing', idempotency_key: 'flag-1' },
};

const setUp = async () => {
  const { services } = await openTestServices();
  const gate = new Gate({
    services: async () => services,
    local: { user: 'lea', project: 'app' },
    open: false,
    ownToken: null,
  });
  const app = new Hono();
  app.use('*', async (context, next) => {
    context.set('parsedBody' as never, (await context.req.json().catch(() => undefined)) as never);
    await next();
  });
  addMachineDoors(app, {
    services: async () => services,
    version: '0.0.0-test',
    complain: () => {},
    admit: async (context) =>
      (await gate.admit(bearerOf(context.req.header('authorization')))) ?? context.text('no', 401),
  });
  const tokenOf = async (role: TokenRole, name = 'dan'): Promise<string> =>
    (await createToken(services, soloPerson, { name, role, projects: ['app'] })).token;
  const call = async (token: string, path: string, body?: unknown) => {
    const answer = await app.request(path, {
      headers: { Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, value: text.startsWith('{') ? JSON.parse(text) : text };
  };
  return { services, tokenOf, call };
};

describe('what machines of developers call', () => {
  it('takes nobody without a credential', async () => {
    const { call } = await setUp();
    for (const path of ['/hooks', '/flag', '/connect']) expect((await call('nobody', path, {})).status).toBe(401);
    expect((await call('nobody', '/whoami')).status).toBe(401);
  });

  it('says whose credential it is, and nothing of it', async () => {
    const { tokenOf, call } = await setUp();
    const token = await tokenOf('developer');
    const { status, value } = await call(token, '/whoami');
    expect(status).toBe(200);
    expect(value).toMatchObject({ name: 'dan', kind: 'person', roles: ['developer'], projects: ['app'] });
    expect(value.expires_at).toMatch(/Z$/u);
    expect(JSON.stringify(value)).not.toContain(token);
  });

  it('keeps events, answers, and counts what it does not take', async () => {
    const { services, tokenOf, call } = await setUp();
    const token = await tokenOf('developer');
    await call(token, '/flag', { ...FLAG, input: { ...FLAG.input, when: 'installing a package' } });
    const events = [EVENT, { ...EVENT, id: 'e2', project: 'other' }, { nothing: true }];
    const question = {
      v: 1,
      event: { client: 'claude-code', kind: 'prompt', session: 's1', text: 'install the axios package' },
      project: 'app',
      task_key: 'APP-7',
      shown: [],
    };
    const { status, value } = await call(token, '/hooks', { events, question });
    expect(status).toBe(200);
    expect(value).toMatchObject({ kept: 1, refused: 2, answer: { shown: [] } });
    expect(await call(token, '/hooks', { question: { ...question, project: 'other' } })).toMatchObject({
      value: { answer: null },
    });
    expect((await services.stores.runs.listRuns('app', {})).total).toBe(1);
    expect((await services.stores.runs.listRuns('other', {})).total).toBe(0);
    expect((await call(token, '/hooks', [])).status).toBe(400);
    expect(await call(await tokenOf('reader'), '/hooks', { events: [EVENT] })).toMatchObject({
      value: { kept: 0, refused: 1 },
    });
  });

  it('takes a flag as the word of whoever’s token it is, once', async () => {
    const { services, tokenOf, call } = await setUp();
    const [person, agent] = [await tokenOf('developer'), await tokenOf('agent', 'bot')];
    const said = await call(person, '/flag', FLAG);
    expect(said).toMatchObject({ status: 200, value: { match: 'novel', lesson: { state: 'proposed' } } });
    expect((await call(person, '/flag', FLAG)).value).toEqual(said.value);
    const other = { right: 'Keep dates in UTC.', wrong: 'Local time.', when: 'storing a date' };
    await call(agent, '/flag', { ...FLAG, input: other });
    const { items } = await services.stores.lessons.list('app', {});
    const records = await Promise.all(items.map((one) => services.stores.lessons.record('app', one.lesson_id)));
    expect(records.map((record) => [record?.lesson.provenance.author, record?.transitions[0]?.role])).toEqual([
      ['dan', 'developer'],
      ['bot', 'agent'],
    ]);
    expect(items[0]?.created_at).toBe(FLAG.at);
  });

  it('refuses a flag that is none, holds a secret, or is of another project', async () => {
    const { services, tokenOf, call } = await setUp();
    const token = await tokenOf('developer');
    const secret = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
    const cases = [
      [{}, 400, 'INVALID_INPUT'],
      [{ ...FLAG, input: { right: '' } }, 400, 'INVALID_INPUT'],
      [{ ...FLAG, input: { ...FLAG.input, right: `Use ${secret}` } }, 400, 'SECRET_FOUND'],
      [{ ...FLAG, project: 'other' }, 404, 'NOT_FOUND'],
    ] as const;
    for (const [body, status, code] of cases) {
      const answer = await call(token, '/flag', body);
      expect(answer).toMatchObject({ status, value: { error: { code } } });
      expect(JSON.stringify(answer)).not.toContain(secret);
    }
    expect((await services.stores.lessons.list('app', {})).total).toBe(0);
  });

  it('gives a token to nobody who has one', async () => {
    const { tokenOf, call } = await setUp();
    expect(await call(await tokenOf('reviewer'), '/connect', {})).toMatchObject({
      status: 409,
      value: { error: { code: 'CONFLICT' } },
    });
  });
});
