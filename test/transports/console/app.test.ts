import { describe, expect, it } from 'vitest';
import { proposeLesson } from '../../../src/use-cases/propose-lesson.ts';
import { consoleGuest } from '../../support/console-guest.ts';
import { inProject, openTestServices, soloAgent, soloPerson, teamReviewer } from '../../support/test-services.ts';

const LESSON = { when: 'Writing a migration', rule: 'Every migration gets a down step.' };
const HOSTILE = '<img src=x onerror=alert(1)>"><script>alert(1)</script>\u202e{{7*7}}';

describe('addConsole', () => {
  it('shows stored text as text, and what is invisible in it by its number', async () => {
    const { services } = await openTestServices();
    const { lesson_id } = await proposeLesson(services, soloAgent, { when: HOSTILE, rule: HOSTILE, why: HOSTILE });
    const guest = consoleGuest(services, soloPerson);
    for (const path of ['/review', `/review/${lesson_id}`, `/lessons/${lesson_id}`, '/lessons']) {
      const { status, page } = await guest.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(page).toContain('U+202E');
      expect(page).toContain('{{7*7}}');
      expect(page).not.toMatch(/<img src=x|\u202e|<script>/u);
    }
  });

  it('asks for a sign-in, the same for pages that are and pages that are not', async () => {
    const { services } = await openTestServices();
    const stranger = consoleGuest(services, soloPerson, '');
    for (const path of ['/', '/review', '/lessons/les_1', '/lessons?q=x']) {
      expect((await stranger.get(path)).status).toBe(401);
    }
    expect((await stranger.send('/lessons/les_1/decide', { action: 'accept' })).status).toBe(401);
  });

  it('changes nothing without the token of the session', async () => {
    const { services } = await openTestServices();
    const { lesson_id } = await proposeLesson(services, soloAgent, LESSON);
    const guest = consoleGuest(services, soloPerson);
    for (const csrf of [null, '', 'foreign']) {
      const answer = await guest.send(`/lessons/${lesson_id}/decide`, { action: 'accept', version: '1' }, csrf);
      expect(answer.status).toBe(403);
    }
    expect((await guest.get(`/lessons/${lesson_id}/decide?action=accept`)).status).toBe(404);
    expect((await services.stores.lessons.find('app', lesson_id ?? ''))?.state).toBe('proposed');
  });

  it('accepts, and takes it back', async () => {
    const { services } = await openTestServices();
    const { lesson_id } = await proposeLesson(services, soloAgent, LESSON);
    const guest = consoleGuest(services, soloPerson);
    const state = async () => (await services.stores.lessons.find('app', lesson_id ?? ''))?.state;
    const accepted = await guest.send(`/lessons/${lesson_id}/decide`, { action: 'accept', version: '1' });
    expect([accepted.status, accepted.location]).toEqual([303, `/review?done=${lesson_id}`]);
    expect(await state()).toBe('active');
    expect((await guest.get(`/review?done=${lesson_id}`)).page).toContain('Accepted.');
    const undone = await guest.send(`/lessons/${lesson_id}/undo`, {});
    expect([undone.location, await state()]).toEqual([`/review/${lesson_id}`, 'proposed']);
    expect((await guest.get(`/review?done=${lesson_id}`)).page).not.toContain('Accepted.');
  });

  it('edits: what was emptied is gone, the rest is kept', async () => {
    const { services } = await openTestServices();
    const scope = { paths: ['db/**'], tools: ['psql'] };
    const { lesson_id } = await proposeLesson(services, soloAgent, { ...LESSON, why: 'It was needed once.', scope });
    const guest = consoleGuest(services, soloPerson);
    const fields = {
      action: 'edit',
      version: '1',
      when: LESSON.when,
      rule: 'Run it once.',
      why: ' ',
      not_when: 'in tests',
    };
    const answer = await guest.send(`/lessons/${lesson_id}/decide`, {
      ...fields,
      examples: 'a\r\n\r\nb',
      paths: 'sql/**',
    });
    expect(answer.status).toBe(303);
    const lesson = await services.stores.lessons.find('app', lesson_id ?? '');
    expect(lesson).toMatchObject({
      state: 'active',
      rule: 'Run it once.',
      not_when: 'in tests',
      examples: ['a', 'b'],
      scope: { paths: ['sql/**'], tools: ['psql'] },
    });
    expect(lesson?.why).toBeUndefined();
  });

  it('refuses a decision on a text that changed meanwhile, an unknown action and an empty rule', async () => {
    const { services } = await openTestServices();
    const { lesson_id } = await proposeLesson(services, soloAgent, LESSON);
    const guest = consoleGuest(services, soloPerson);
    const decide = (fields: Record<string, string>) => guest.send(`/lessons/${lesson_id}/decide`, fields);
    expect((await decide({ action: 'accept', version: '7' })).status).toBe(409);
    expect((await decide({ action: 'supersede' })).status).toBe(400);
    expect((await decide({ action: 'reject' })).status).toBe(400);
    expect((await decide({ action: 'edit', when: 'x', rule: ' ' })).status).toBe(400);
    expect((await services.stores.lessons.find('app', lesson_id ?? ''))?.state).toBe('proposed');
  });

  it('offers nobody what they may not do', async () => {
    const { services } = await openTestServices();
    const { lesson_id } = await proposeLesson(services, soloAgent, LESSON);
    const author = consoleGuest(services, teamReviewer('ann'));
    const own = await author.get(`/review/${lesson_id}`);
    expect(own.page).toContain('another reviewer accepts it');
    expect(own.page).not.toContain('value="accept"');
    expect((await author.send(`/lessons/${lesson_id}/decide`, { action: 'accept' })).status).toBe(403);
    const agent = consoleGuest(services, { ...soloAgent, principal: { ...soloAgent.principal, solo: false } });
    expect((await agent.get('/review')).page).not.toMatch(/value="(accept|edit|reject|merge)"/u);
    expect((await agent.send(`/lessons/${lesson_id}/decide`, { action: 'accept' })).status).toBe(403);
    const other = consoleGuest(services, teamReviewer('ben'));
    expect((await other.get('/review')).page).toContain('value="accept"');
  });

  it('shows an absent page and one of another project alike', async () => {
    const { services } = await openTestServices();
    const { lesson_id } = await proposeLesson(services, inProject(soloAgent, 'secret'), LESSON);
    const guest = consoleGuest(services, teamReviewer('ben'));
    const absent = await guest.get('/lessons/les_absent');
    const foreign = await guest.get(`/lessons/${lesson_id}`);
    expect([absent.status, foreign.status]).toEqual([404, 404]);
    expect(foreign.page.replaceAll(lesson_id ?? '', '')).toBe(absent.page.replaceAll('les_absent', ''));
    const [closed, unknown] = [await guest.get('/?project=secret'), await guest.get('/?project=nowhere')];
    expect([closed.status, unknown.status]).toEqual([404, 404]);
    expect(closed.page).toBe(unknown.page.replaceAll('nowhere', 'secret'));
  });

  it('finds what recall would, and keeps nothing of the look', async () => {
    const { services } = await openTestServices();
    const { lesson_id } = await proposeLesson(services, soloAgent, LESSON);
    const guest = consoleGuest(services, soloPerson);
    await guest.send(`/lessons/${lesson_id}/decide`, { action: 'accept' });
    const { page } = await guest.get('/lessons?q=writing+a+migration');
    expect(page).toContain('An agent would be shown 1.');
    expect(page).toContain(LESSON.rule);
    expect(await services.stores.runs.lastRecalls('app', 5)).toEqual([]);
    expect((await guest.get('/lessons?state=active&author=ann')).page).toContain(LESSON.rule);
    expect((await guest.get('/lessons?author=ben')).page).toContain('No lesson matches');
  });

  it('teaches what to do first where there is nothing', async () => {
    const { services } = await openTestServices();
    const guest = consoleGuest(services, soloPerson);
    expect((await guest.get('/')).page).toContain('Connect an agent');
    expect((await guest.get('/review')).page).toContain('The queue is empty');
    expect((await guest.get('/lessons')).page).toContain('Nothing is known yet');
    expect(guest.complaints).toEqual([]);
  });
});
