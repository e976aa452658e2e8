import { describe, expect, it } from 'vitest';
import { readAttacks } from '../../scripts/attacks/read-attacks.ts';
import { RATE_LIMITS } from '../../src/domain/rate-limit.ts';
import { answerOf, codeOf, type Holder, startTeamServer } from '../support/team-server.ts';
import { openTestServices } from '../support/test-services.ts';

const attacks = new Map(readAttacks('attacks').map((attack) => [attack.id, attack]));
// biome-ignore lint/suspicious/noExplicitAny: payloads have a shape each.
const payloadOf = (id: string): any => attacks.get(id)?.payload;
const query = { query: 'running database migrations' };

const open = async () => {
  const test = await openTestServices();
  return { ...test, ...(await startTeamServer(test)) };
};

describe('hosts and origins', () => {
  it('NET-01.1 NET-01.2 NET-01.3 NET-01.4: a foreign name is refused before the token is read', async () => {
    const { call, log } = await open();
    for (const id of ['NET-01.1', 'NET-01.2', 'NET-01.3', 'NET-01.4']) {
      const { headers } = payloadOf(id);
      const [known, unknown] = [
        await call('agent-1', 'recall_lessons', query, { headers }),
        await call('revoked', 'recall_lessons', query, { headers }),
      ];
      expect([id, known.status, unknown.status]).toEqual([id, 403, 403]);
      expect(known.text).toBe(unknown.text);
    }
    expect(log.join()).not.toContain('evil');
  });

  it('NET-02.1 NET-02.2 NET-02.3 NET-02.4 NET-14.2: a foreign page is refused, and told nothing', async () => {
    const { call, send } = await open();
    for (const id of ['NET-02.1', 'NET-02.2', 'NET-02.3', 'NET-02.4']) {
      const refused = await call('agent-1', 'recall_lessons', query, { headers: payloadOf(id).headers });
      expect([id, refused.status]).toEqual([id, 403]);
      expect(Object.keys(refused.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    const { method, path, headers } = payloadOf('NET-14.2');
    const preflight = await send({ method, path, headers });
    expect(preflight.status).toBeGreaterThanOrEqual(400);
    expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('OK-15.1 OK-15.2: a client without an origin, and the own page, are served', async () => {
    const { call, port } = await open();
    for (const headers of [{ Host: `127.0.0.1:${port}` }, { Origin: `http://127.0.0.1:${port}` }]) {
      expect(codeOf(await call('agent-1', 'recall_lessons', query, { headers }))).toBeNull();
    }
  });

  it('NET-13.1 NET-13.2: what runs is what the headers say, or nothing', async () => {
    const { call, services } = await open();
    const before = (await services.stores.lessons.list('P', {})).total;
    for (const id of ['NET-13.1', 'NET-13.2']) {
      const { as, headers, tool, arguments: input } = payloadOf(id);
      expect((await call(as, tool, input, { headers })).status).toBe(400);
    }
    expect((await services.stores.lessons.list('P', {})).total).toBe(before);
  });

  it('NET-15.1 NET-15.2: an address gives no right and no new share', async () => {
    const { send, call } = await open();
    const { headers } = payloadOf('NET-15.1');
    for (const path of ['/', '/health', '/lessons', '/review']) {
      expect((await send({ path, headers })).status).toBe(401);
    }
    const codes = [];
    for (let n = 0; n < RATE_LIMITS.proposal.calls + 5; n += 1) {
      const input = { when: `task ${n}`, rule: `Use cents number ${n} for amounts.` };
      codes.push(
        codeOf(await call('agent-1', 'propose_lesson', input, { headers: { 'X-Forwarded-For': `10.0.0.${n}` } })),
      );
    }
    expect(codes.filter((code) => code === null)).toHaveLength(RATE_LIMITS.proposal.calls);
    expect(codes.slice(-5)).toEqual(Array(5).fill('RATE_LIMITED'));
    expect(codeOf(await call('agent-2', 'propose_lesson', { when: 'x', rule: 'Use floats.' }))).toBe('RATE_LIMITED');
  }, 60_000);

  it('NET-09.2: a flood of proposals ends at the limits, and reads go on', async () => {
    const { call, services } = await open();
    const before = (await services.stores.lessons.list('P', {})).total;
    const agents: Holder[] = ['agent-1', 'agent-2', 'agent-5'];
    const flood = Array.from({ length: 300 }, (_, n) =>
      call(agents[n % agents.length] ?? 'agent-1', 'propose_lesson', { when: `t${n}`, rule: `Use cents ${n}.` }),
    );
    const codes = (await Promise.all(flood)).map(codeOf);
    expect(codes.filter((code) => code === 'RATE_LIMITED').length).toBeGreaterThan(100);
    expect(new Set(codes.filter((code) => code !== null))).toEqual(new Set(['RATE_LIMITED']));
    const { total } = await services.stores.lessons.list('P', {});
    // Two people, so two shares.
    expect(total - before).toBeLessThanOrEqual(2 * RATE_LIMITS.proposal.calls);
    expect(answerOf(await call('agent-1', 'recall_lessons', query)).lessons).toHaveLength(1);
  }, 120_000);
});

describe('the socket', () => {
  it.each(['NET-06.1', 'NET-06.2', 'NET-06.3', 'NET-06.4'])(
    '%s: two meanings are none, and nothing follows',
    async (id) => {
      const { raw, call } = await open();
      const answer = await raw(payloadOf(id).raw);
      expect(answer.match(/HTTP\/1\.1 /gu) ?? []).toHaveLength(1);
      expect(answer).toMatch(/^HTTP\/1\.1 (?:400|401|403|501)/u);
      expect(codeOf(await call('agent-1', 'recall_lessons', query))).toBeNull();
    },
  );

  it('NET-07.1 NET-07.2: slow senders have an end, and hold nobody up', async () => {
    const { web, raw, call } = await open();
    expect(web.server.headersTimeout).toBeLessThanOrEqual(10_000);
    expect(web.server.requestTimeout).toBeLessThanOrEqual(30_000);
    const slow = Array.from({ length: 200 }, () => raw(payloadOf('NET-07.1').raw));
    expect(codeOf(await call('agent-1', 'recall_lessons', query))).toBeNull();
    await Promise.all([...slow, raw(payloadOf('NET-07.2').raw)]);
  });

  it('NET-11.1 NET-11.2: floods of headers are refused', async () => {
    const { raw, send, call } = await open();
    expect(await raw(payloadOf('NET-11.1').raw)).toMatch(/^HTTP\/1\.1 431|^$/u);
    const { headers } = payloadOf('NET-11.2');
    expect([0, 400, 431]).toContain((await send({ path: '/', headers })).status);
    expect(codeOf(await call('agent-1', 'recall_lessons', query))).toBeNull();
  });

  it.each(['NET-12.1', 'NET-12.2', 'NET-12.3', 'NET-12.4', 'OUT-09.1', 'OUT-09.2'])(
    '%s: no address leads past the sign-in, and none comes back in the answer',
    async (id) => {
      const { send } = await open();
      const path = String(payloadOf(id).path).replace('{console}', '');
      const { status, text, headers } = await send({ path: encodeURI(decodeURI(path)) });
      expect([400, 401, 404]).toContain(status);
      expect(text).not.toMatch(/alert\(1\)|onload|"dependencies"|hone-mcp/u);
      expect(headers['set-cookie']).toBeUndefined();
      if (id.startsWith('NET')) expect((await send({ path })).status).toBe(status);
    },
  );

  it('NET-10.1 NET-10.2: streams that nobody reads end, and a question that was left waits once', async () => {
    const { send, call, bearer, services, run, port } = await open();
    const headers = { ...bearer('agent-1'), Accept: 'text/event-stream' };
    const streams = await Promise.all(Array.from({ length: 50 }, () => send({ path: '/mcp', headers })));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([405]));
    const { request } = await import('node:http');
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: {
        name: 'request_checkpoint',
        arguments: { run_id: run, question: 'Go?', options: ['y', 'n'], risk: 'low' },
      },
    });
    await new Promise<void>((resolve) => {
      const left = request({
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/mcp',
        headers: {
          ...bearer('agent-1'),
          'Content-Type': 'application/json',
          Accept: 'application/json, text/event-stream',
        },
      });
      left.on('error', () => undefined).on('close', resolve);
      left.end(body, () => setTimeout(() => left.destroy(), 20));
    });
    const again = answerOf(
      await call('agent-1', 'request_checkpoint', { run_id: run, question: 'Go?', options: ['y', 'n'], risk: 'low' }),
    );
    expect(again.status).toBe('pending');
    expect(await services.stores.runs.listCheckpoints('P', { openAt: services.clock.now() })).toHaveLength(1);
  });
});
