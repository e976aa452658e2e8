import { describe, expect, it } from 'vitest';
import { readAttacks } from '../../scripts/attacks/read-attacks.ts';
import { findTraces } from '../../scripts/attacks/secret-traces.ts';
import { type Answer, answerOf, codeOf, type Holder, startTeamServer } from '../support/team-server.ts';
import { openTestServices } from '../support/test-services.ts';

const attacks = new Map(readAttacks('attacks').map((attack) => [attack.id, attack]));
// biome-ignore lint/suspicious/noExplicitAny: payloads have a shape each.
const payloadOf = (id: string): any => attacks.get(id)?.payload;

const open = async () => {
  const test = await openTestServices();
  const server = await startTeamServer(test);
  const { services } = test;
  /** Everything of P and Q that an attack could have changed. */
  const standing = async () => {
    const of = async (project: string) => {
      const { items } = await services.stores.lessons.list(project, {});
      return items.map(({ lesson_id, state, version, helped, harmed }) => [lesson_id, state, version, helped, harmed]);
    };
    const rights = async () =>
      (await services.stores.directory.listTokens()).map(({ name, role, projects }) => [name, role, projects]);
    return JSON.stringify([await of('P'), await of('Q'), await rights()]);
  };
  return { ...test, ...server, standing };
};

const query = { query: 'running database migrations' };
const lesson = { when: 'adding a column', rule: 'Add columns as nullable first.' };
/** What makes two answers one: all but the request's own id and the time. */
const same = ({ status, headers, text }: Answer) => {
  const { date: _, 'x-request-id': __, ...rest } = headers;
  return JSON.stringify({ status, rest, text });
};

describe('who calls', () => {
  it('ATH-04.1 ATH-04.2 ATH-04.3 ATH-04.4 ATH-04.5 ATH-03.3 ATH-05.1: a token that is none gets one answer, and leaves no trace', async () => {
    const { call, post, tokens, standing, log } = await open();
    const before = await standing();
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'recall_lessons', arguments: query },
    });
    const unsigned = payloadOf('ATH-03.3').headers.Authorization;
    const invalid = [
      await call('expired', 'recall_lessons', query),
      await call('revoked', 'recall_lessons', query),
      await post(body, { Authorization: `Bearer hone_${'a'.repeat(43)}` }),
      await post(body, { Authorization: unsigned }),
    ];
    expect(invalid.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(invalid.map(same)).size).toBe(1);
    const twice = await post(body, { Authorization: [`Bearer ${tokens['agent-1']}`, `Bearer ${tokens['admin-kim']}`] });
    const absent = [
      await post(body, { Authorization: 'Bearer ' }),
      await post(body, {}),
      await post(body, {}, `/mcp?token=${tokens['agent-1']}`),
    ];
    expect([...absent.map(({ status }) => status), twice.status]).toEqual([401, 401, 401, 400]);
    const large = await post(body, { Authorization: `Bearer ${'a'.repeat(1_000_000)}` });
    expect([0, 401, 431]).toContain(large.status);
    const said = [...invalid, ...absent, twice, large].map(({ text }) => text).join() + log.join();
    for (const token of [...Object.values(tokens), unsigned]) expect(said).not.toContain(token.slice(0, 20));
    expect(await standing()).toBe(before);
  });

  it('ATH-03.1 ATH-03.2: roles in headers and in _meta mean nothing', async () => {
    const { call, services } = await open();
    const headers = payloadOf('ATH-03.1').headers;
    expect(codeOf(await call('agent-1', 'recall_lessons', query, { headers }))).toBeNull();
    const proposed = answerOf(
      await call('agent-1', 'propose_lesson', lesson, { headers, meta: payloadOf('ATH-03.2').meta }),
    );
    expect(proposed.state).toBe('proposed');
    const event = (await services.audit.events('P', {})).items.at(-1);
    expect(event).toMatchObject({ actor: 'ann', role: 'agent', verb: 'propose_lesson' });
  });

  it('ATH-05.2 ATH-05.3: a token of another scope or as a cookie does not write, and is refused', async () => {
    const { call, send, tokens, standing } = await open();
    const before = await standing();
    expect(codeOf(await call('read-only', 'recall_lessons', query))).toBeNull();
    expect(codeOf(await call('read-only', 'propose_lesson', lesson))).toBe('FORBIDDEN');
    for (const name of ['session', 'hone_session', 'token']) {
      const headers = { Cookie: `${name}=${tokens['rev-ben']}` };
      expect((await send({ path: '/review', headers })).status).toBe(401);
      expect((await call(null, 'recall_lessons', query, { headers })).status).toBe(401);
    }
    expect(await standing()).toBe(before);
  });

  it('ATH-06.1 ATH-06.2: a run of somebody else is one that never was', async () => {
    const { call, run } = await open();
    const never = `${run.slice(0, -4)}0000`;
    const outcome = (id: string) => ({ run_id: id, outcome: 'failed', source: 'agent' });
    const correction = (id: string) => ({ run_id: id, wrong: 'a', right: 'Use b.' });
    for (const [as, tool, input] of [
      ['agent-5', 'record_outcome', outcome],
      ['agent-9', 'record_correction', correction],
    ] as const) {
      const foreign = await call(as, tool, input(run));
      expect(codeOf(foreign)).toBe('NOT_FOUND');
      expect(same(foreign)).toBe(same(await call(as, tool, input(never))));
    }
  });

  it('ATH-07.1 ATH-07.2: what a client answers by itself is no word of a person', async () => {
    const { call, services, run } = await open();
    const asked = { run_id: run, question: 'May I merge?', options: ['yes', 'no'], risk: 'high' };
    const said = answerOf(await call('agent-1', 'request_checkpoint', { ...asked }, { meta: { approve: true } }));
    expect(said.status).toBe('pending');
    const { items } = await services.stores.runs
      .listCheckpoints('P', { openAt: services.clock.now() })
      .then((all) => ({ items: all }));
    expect(items).toHaveLength(1);
    const proposed = answerOf(
      await call('agent-1', 'propose_lesson', lesson, { meta: { inputResponses: { approve: true } } }),
    );
    expect(proposed.state).toBe('proposed');
  });

  it('ATH-08.1 ATH-08.2 ATH-08.3 ATH-08.4 ATH-08.5: a question is asked again by its id, by nobody else and for nothing else', async () => {
    const { call, run } = await open();
    const asked = { run_id: run, question: 'Which port?', options: ['1', '2'], risk: 'low' };
    const { checkpoint_id } = answerOf(await call('agent-1', 'request_checkpoint', asked));
    const again = (as: Holder, more: object) => call(as, 'request_checkpoint', { ...asked, checkpoint_id, ...more });
    expect(answerOf(await again('agent-1', {}))).toMatchObject({ checkpoint_id, status: 'pending' });
    expect(codeOf(await again('agent-1', { checkpoint_id: `${checkpoint_id.slice(0, -1)}!` }))).not.toBeNull();
    const flipped = checkpoint_id.slice(0, -1) + (checkpoint_id.endsWith('0') ? '1' : '0');
    expect(codeOf(await again('agent-1', { checkpoint_id: flipped }))).toBe('NOT_FOUND');
    expect(codeOf(await again('agent-5', {}))).toBe('NOT_FOUND');
    expect(codeOf(await again('agent-9', {}))).toBe('NOT_FOUND');
    expect(codeOf(await again('agent-1', { requestState: 'invented' }))).toBe('INVALID_INPUT');
  });

  it('ATH-09.1 ATH-09.2 ATH-09.3: a key is one call of one principal in one project', async () => {
    const { call, services } = await open();
    const first = answerOf(await call('agent-1', 'propose_lesson', { ...lesson, idempotency_key: 'k-1' }));
    const other = await call('agent-1', 'propose_lesson', { ...lesson, rule: 'Use floats.', idempotency_key: 'k-1' });
    expect(codeOf(other)).toBe('CONFLICT');
    const elsewhere = answerOf(await call('agent-9', 'propose_lesson', { ...lesson, idempotency_key: 'k-1' }));
    expect(elsewhere).toMatchObject({ status: 'created', related: [] });
    expect(elsewhere.lesson_id).not.toBe(first.lesson_id);
    expect(codeOf(await call('agent-1', 'propose_lesson', payloadOf('ATH-09.3').arguments))).not.toBeNull();
    expect((await services.stores.lessons.find('P', first.lesson_id))?.rule).toBe(lesson.rule);
  });

  it.each(['ATH-10.1', 'ATH-10.2'])('%s: fields that no schema has are refused by name', async (id) => {
    const { call, standing, run } = await open();
    const before = await standing();
    const { tool, arguments: input } = payloadOf(id);
    const refused = await call('agent-1', tool, 'run_id' in input ? { ...input, run_id: run } : input);
    expect(codeOf(refused)).toBe('INVALID_INPUT');
    // Which keys there are; a name that nobody knows could be anything, and is not repeated.
    expect(refused.text).toContain('Unknown key');
    expect(await standing()).toBe(before);
  });
});

describe('projects', () => {
  it('ISO-01.1 ISO-01.2 ISO-06.1 ISO-02.1: ids of another project, and those around them, are ids that never were', async () => {
    const { call, post, bearer, lessons } = await open();
    const never = same(await call('agent-9', 'get_lesson', { lesson_id: 'les_00000000000000000000' }));
    const known = lessons.active;
    const neighbours = Array.from({ length: 300 }, (_, n) => known.slice(0, -3) + n.toString(36).padStart(3, '0'));
    let leaks = 0;
    for (const lesson_id of [known, known.toUpperCase(), ...neighbours]) {
      if (same(await call('agent-9', 'get_lesson', { lesson_id })) !== never) leaks += 1;
    }
    expect(leaks).toBe(0);
    const read = (uri: string) =>
      post(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'resources/read', params: { uri } }), bearer('agent-9'));
    const foreign = await read(`lesson://${known}`);
    expect(codeOf(foreign)).not.toBeNull();
    expect(foreign.text.replaceAll(known, '')).toBe(
      (await read(`lesson://les_${'0'.repeat(20)}`)).text.replaceAll(`les_${'0'.repeat(20)}`, ''),
    );
  });

  it('ISO-01.3 ISO-02.2 ISO-05.1: search, counts and neighbours know nothing of other projects', async () => {
    const { call } = await open();
    const found = answerOf(
      await call('agent-9', 'recall_lessons', { query: 'Always run migrations inside a transaction.' }),
    );
    expect(found).toMatchObject({ decision: 'abstain', lessons: [] });
    const impact = await call('agent-9', 'lesson_impact', { since: '2020-01-01' });
    expect(impact.text).not.toContain('migrations');
    const copy = answerOf(
      await call('agent-9', 'propose_lesson', {
        when: 'running database migrations',
        rule: 'Always run migrations inside a transaction.',
      }),
    );
    expect(copy).toMatchObject({ status: 'created', related: [] });
  });

  it.each(['ISO-03.1', 'ISO-03.2', 'ISO-03.3', 'ISO-04.1', 'ISO-04.2', 'ISO-04.3', 'ISO-04.4'])(
    '%s: no other spelling reaches a project that the token does not name',
    async (id) => {
      const { call, standing } = await open();
      const before = await standing();
      const { tool, arguments: input } = payloadOf(id);
      const refused = await call('agent-9', tool, input);
      expect(['FORBIDDEN', 'INVALID_INPUT']).toContain(codeOf(refused));
      expect(await standing()).toBe(before);
    },
  );

  it('ISO-07.1: what one project was given while the store was there is given to no other', async () => {
    const { call, services } = await open();
    expect(answerOf(await call('agent-1', 'recall_lessons', query)).lessons).toHaveLength(1);
    expect(services.lastGood.of('P')).toHaveLength(1);
    expect(services.lastGood.of('Q')).toEqual([]);
    const other = await call('agent-9', 'recall_lessons', query);
    expect(answerOf(other).lessons).toEqual([]);
    expect(other.headers['cache-control'] ?? 'no-store').toMatch(/no-store|private|no-cache/u);
  });
});

describe('bodies', () => {
  it('SEC-06.2 SEC-11.2 OUT-06.2: headers and broken bodies leave no trace, and a log of whole lines', async () => {
    const { call, post, bearer, log, home } = await open();
    const agent = payloadOf('SEC-06.2').headers['User-Agent'];
    expect(codeOf(await call('agent-1', 'recall_lessons', query, { headers: { 'User-Agent': agent } }))).toBeNull();
    const broken = await post(payloadOf('SEC-11.2').body, bearer('agent-1'));
    expect(codeOf(broken)).not.toBeNull();
    const forged = payloadOf('OUT-06.2').headers['User-Agent'].slice(0, 4_000);
    expect(codeOf(await call('agent-1', 'recall_lessons', query, { headers: { 'User-Agent': forged } }))).toBeNull();
    for (const line of log) expect(() => JSON.parse(line)).not.toThrow();
    const said = log.join('\n') + broken.text;
    for (const secret of [agent.slice(-24, -1), payloadOf('SEC-11.2').body.match(/ghp_\w+/u)?.[0], 'AAAAAAAA']) {
      expect(said).not.toContain(secret);
    }
    const rejected = ['SEC-06.2', 'SEC-11.2'].flatMap((id) => attacks.get(id) ?? []);
    expect(findTraces(home, rejected)).toMatchObject({ found: [] });
  });

  it.each([
    'INP-02.1',
    'INP-02.2',
    'INP-02.3',
    'INP-03.1',
    'INP-04.1',
    'INP-04.2',
    'INP-06.3',
    'INP-07.1',
    'INP-07.2',
    'INP-07.3',
    'INP-07.4',
    'INP-07.5',
    'INP-07.6',
    'INP-07.7',
    'INP-10.1',
    'INP-10.2',
    'INP-10.3',
    'INP-10.4',
    'NET-08.1',
    'NET-08.2',
    'NET-09.1',
    'NET-09.3',
    'NET-17.1',
    'NET-17.2',
    'NET-17.3',
    'NET-17.4',
  ])('%s: is refused, changes nothing, and the next request is answered', async (id) => {
    const { post, call, bearer, standing, run } = await open();
    const before = await standing();
    const payload = payloadOf(id);
    const text = payload.raw_hex === undefined ? String(payload.body).replaceAll('{run:agent-1}', run) : null;
    const body = text ?? Buffer.from(payload.raw_hex, 'hex');
    const refused = await post(body, { ...bearer('agent-1'), ...payload.headers });
    expect(codeOf(refused)).not.toBeNull();
    expect(refused.status).toBeLessThan(500);
    expect(refused.text.length).toBeLessThan(5_000);
    expect(Object.hasOwn(Object.prototype, 'role') || Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
    expect(await standing()).toBe(before);
    expect(codeOf(await call('agent-1', 'recall_lessons', query))).toBeNull();
  });

  it('INP-09.1: of a key that comes twice, what was checked is what is kept', async () => {
    const { post, bearer, services } = await open();
    const answer = answerOf(await post(payloadOf('INP-09.1').body, bearer('agent-1')));
    const kept = await services.stores.lessons.find('P', answer.lesson_id);
    expect(['quarantined', 'proposed']).toContain(kept?.state);
    expect(kept?.rule === 'Use cents.' || kept?.state === 'quarantined').toBe(true);
  });

  it('NET-08.3: a compressed body is not unpacked', async () => {
    const { gzipSync } = await import('node:zlib');
    const { post, bearer } = await open();
    const refused = await post(gzipSync(Buffer.alloc(10_000_000)), {
      ...bearer('agent-1'),
      'Content-Encoding': 'gzip',
    });
    expect([400, 415]).toContain(refused.status);
  });
});
