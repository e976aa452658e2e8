import { describe, expect, it } from 'vitest';
import { readAttacks } from '../../scripts/attacks/read-attacks.ts';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { revokeToken } from '../../src/use-cases/revoke-token.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { callerOf, type Holder, startTeamServer } from '../support/team-server.ts';
import { openTestServices, soloPerson } from '../support/test-services.ts';

const attacks = new Map(readAttacks('attacks').map((attack) => [attack.id, attack]));
// biome-ignore lint/suspicious/noExplicitAny: payloads have a shape each.
const payloadOf = (id: string): any => attacks.get(id)?.payload;
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

const open = async () => {
  const test = await openTestServices();
  const server = await startTeamServer(test);
  const { services } = test;
  const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = new URLSearchParams(fields).toString();
    return server.send({ method: 'POST', path, body, headers: { ...FORM, ...headers } });
  };
  const enter = async (as: Holder, path = '/login', headers = {}) => {
    const answer = await form(path, { token: server.tokens[as] }, headers);
    return { answer, cookie: (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ') };
  };
  /** A person with the page of a lesson open. */
  const person = async (as: Holder) => {
    const { cookie } = await enter(as);
    const get = (path: string) => server.send({ path, headers: { Cookie: cookie } });
    const csrf = /name="csrf" value="([^"]+)"/u.exec((await get('/')).text)?.[1] ?? '';
    const decide = (lesson: string, action: string, more: Record<string, string> = {}) =>
      form(`/lessons/${lesson}/decide`, { csrf, action, version: '1', ...more }, { Cookie: cookie });
    return { cookie, csrf, get, decide };
  };
  const stateOf = async (id: string) => (await services.stores.lessons.find('P', id))?.state;
  return { ...test, ...server, form, enter, person, stateOf };
};

describe('who decides', () => {
  it('ATH-01.1 ATH-01.2 ATH-01.3: an agent opens no page and decides nothing', async () => {
    const { enter, form, bearer, lessons, stateOf } = await open();
    expect((await enter('agent-1')).answer.status).toBe(401);
    for (const action of ['accept', 'retire', 'purge']) {
      const refused = await form(`/lessons/${lessons.proposed}/decide`, { action }, bearer('agent-1'));
      expect([action, refused.status]).toEqual([action, 401]);
    }
    expect(await stateOf(lessons.proposed)).toBe('proposed');
  });

  it('ATH-02.1 ATH-02.2 ATH-02.3 OK-15.5: nobody accepts words of their own, under whichever token', async () => {
    const { person, lessons, stateOf, services } = await open();
    for (const as of ['rev-ben', 'rev-ben-2'] as const) {
      expect((await (await person(as)).decide(lessons.byBen, 'accept')).status).toBe(403);
    }
    expect(await stateOf(lessons.byBen)).toBe('proposed');
    const ben = await person('rev-ben');
    const own = { when: 'editing release notes', rule: "Text of Ben's own." };
    expect((await ben.decide(lessons.proposed, 'edit', own)).status).toBe(303);
    expect((await ben.decide(lessons.proposed, 'accept', { version: '2' })).status).toBe(403);
    expect(await stateOf(lessons.proposed)).toBe('proposed');
    const denied = (await services.audit.events('P', {})).items.filter((event) => event.denied);
    expect(denied.map(({ actor }) => actor)).toEqual(['ben', 'ben', 'ben']);
    const eva = await person('lead-eva');
    expect((await eva.decide(lessons.proposed, 'accept', { version: '2' })).status).toBe(303);
    expect(await stateOf(lessons.proposed)).toBe('active');
  });

  it('ATH-11.1 ATH-11.2: what is decided is what was read, and decided once', async () => {
    const { person, lessons, services } = await open();
    const [ben, eva] = [await person('rev-ben'), await person('lead-eva')];
    await eva.decide(lessons.proposed, 'edit', { when: 'editing release notes', rule: 'Other text.' });
    expect((await ben.decide(lessons.proposed, 'accept')).status).toBe(409);
    const answers = await Promise.all([
      ben.decide(lessons.proposed, 'accept', { version: '2' }),
      ben.decide(lessons.proposed, 'accept', { version: '2' }),
      ben.decide(lessons.proposed, 'reject', { version: '2', reason: 'no' }),
    ]);
    const record = await services.stores.lessons.record('P', lessons.proposed);
    expect(answers.filter(({ status }) => status === 303).length).toBeGreaterThanOrEqual(1);
    expect(record?.transitions.filter(({ from, to }) => from === 'proposed' && to !== 'proposed')).toHaveLength(1);
    expect((await services.audit.verify([])).ok).toBe(true);
  });

  it('ATH-12.1: a session ends with the token that opened it', async () => {
    const { person, services, lessons, stateOf } = await open();
    const ben = await person('rev-ben');
    expect((await ben.get('/review')).status).toBe(200);
    const tokens = await services.stores.directory.listTokens();
    for (const { token_id } of tokens.filter(({ name }) => name === 'ben'))
      await revokeToken(services, soloPerson, { token_id });
    expect([(await ben.get('/review')).status, (await ben.decide(lessons.proposed, 'accept')).status]).toEqual([
      401, 401,
    ]);
    expect(await stateOf(lessons.proposed)).toBe('proposed');
  });

  it('ISO-06.3: a lesson of another project is one that is not there', async () => {
    const { person, lessons } = await open();
    const stranger = await person('rev-q');
    const plain = (text: string) => text.replaceAll(/name="csrf" value="[^"]+"|les_\w+/gu, '');
    for (const path of ['/lessons/', '/review/']) {
      const foreign = await stranger.get(`${path}${lessons.active}`);
      const never = await stranger.get(`${path}les_00000000000000000000000000000000000`);
      expect([foreign.status, never.status]).toEqual([404, 404]);
      expect(plain(foreign.text)).toBe(plain(never.text));
      expect(foreign.text).not.toContain('migrations');
    }
  });
});

describe('forms and sessions', () => {
  it('NET-04.1 NET-04.2 NET-04.3 NET-04.4: no change without the token of the same session, nor by GET', async () => {
    const { person, form, lessons, stateOf } = await open();
    const [ben, eva] = [await person('rev-ben'), await person('lead-eva')];
    const path = `/lessons/${lessons.proposed}/decide`;
    const fields = { action: 'accept', version: '1' };
    expect((await form(path, fields, { Cookie: ben.cookie })).status).toBe(403);
    expect((await form(path, { ...fields, csrf: eva.csrf }, { Cookie: ben.cookie })).status).toBe(403);
    const foreign = { Cookie: ben.cookie, Origin: 'https://evil.test', 'Content-Type': 'text/plain' };
    expect((await form(path, { csrf: '', x: '1' }, foreign)).status).toBe(403);
    expect([404, 405]).toContain((await ben.get(`${path}?action=accept&version=1&csrf=${ben.csrf}`)).status);
    expect(await stateOf(lessons.proposed)).toBe('proposed');
  });

  it('NET-05.1 NET-05.2: a session is new with each sign-in, and over with its end', async () => {
    const { enter, send, form, person, lessons, stateOf } = await open();
    const fixed = 'hone_session=fixed-by-attacker';
    const { answer, cookie } = await enter('rev-ben', '/login', { Cookie: fixed });
    expect(answer.status).toBe(303);
    expect(cookie).not.toContain('fixed-by-attacker');
    expect(answer.headers['set-cookie']?.join()).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/u);
    expect((await send({ path: '/', headers: { Cookie: fixed } })).status).toBe(401);
    const ben = await person('rev-ben');
    expect((await form('/logout', { csrf: ben.csrf }, { Cookie: ben.cookie })).status).toBe(303);
    expect((await ben.decide(lessons.proposed, 'accept')).status).toBe(401);
    expect(await stateOf(lessons.proposed)).toBe('proposed');
  });

  it.each(['NET-16.1', 'NET-16.2'])('%s: a sign-in leads nowhere else', async (id) => {
    const { enter } = await open();
    const { answer } = await enter('rev-ben', String(payloadOf(id).path).replace('{console}', ''));
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
  });

  it('NET-14.1: no page is shown in a frame of another', async () => {
    const { person, send } = await open();
    const pages = [await (await person('rev-ben')).get('/'), await send({ path: '/' })];
    for (const { headers } of pages) {
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-frame-options']).toBe('DENY');
    }
  });
});

/** What a page must not hold of stored text: an element, a handler, an address that a browser would follow by itself. */
const LIVE =
  /<script(?! src="\/assets\/)|<img(?! src="\/assets\/)|<iframe|<style|<animate|href="(?:javascript|java\t)/iu;
const HANDLER = /<[^>]*\son\w+=/iu;
const liveIn = (page: string): string | undefined =>
  (LIVE.exec(page) ?? HANDLER.exec(page.replaceAll(/"[^"]*"/gu, '""')))?.[0];

describe('stored text on pages', () => {
  it.each([
    'OUT-01.1',
    'OUT-01.2',
    'OUT-01.3',
    'OUT-01.4',
    'OUT-01.5',
    'OUT-02.1',
    'OUT-02.2',
    'OUT-02.3',
    'OUT-03.1',
    'OUT-03.2',
    'OUT-03.3',
    'OUT-07.1',
    'OUT-07.2',
    'OUT-10.1',
    'OUT-10.2',
  ])('%s: is shown as typed and does nothing', async (id) => {
    const { person, services } = await open();
    const { field, text } = payloadOf(id);
    const author = callerOf(field === 'user' ? text : 'dan', ['agent'], 'P');
    const { lesson_id } = await proposeLesson(services, author, {
      when: field === 'when' ? text : 'working on pages',
      rule: field === 'rule' ? text : `Look at ${id}.`,
      ...(field === 'citation' ? { citations: [{ path: text }] } : {}),
    }).catch(() => ({ lesson_id: null }));
    await startTask(services, author, { task: text.slice(0, 200) || 'x' }).catch(() => null);
    if (field === 'project') {
      await services.unitOfWork.write((stores) => stores.directory.addProject(text, services.clock.now()));
    }
    const eva = await person('lead-eva');
    const paths = [
      '/',
      '/review',
      '/lessons',
      '/runs',
      ...(lesson_id === null ? [] : [`/lessons/${lesson_id}`, `/review/${lesson_id}`]),
    ];
    for (const path of paths) {
      const page = await eva.get(path);
      expect([200, 404]).toContain(page.status);
      expect(liveIn(page.text)).toBeUndefined();
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
      expect(page.text).not.toMatch(/[\u2028\u2029]/u);
    }
    const kim = await person('admin-kim');
    expect(liveIn((await kim.get('/')).text)).toBeUndefined();
  });
});
