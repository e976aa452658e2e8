import { describe, expect, it } from 'vitest';
import { inProjectOf } from '../../../src/use-cases/identify.ts';
import { proposeLesson } from '../../../src/use-cases/propose-lesson.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { recordOutcome } from '../../../src/use-cases/record-outcome.ts';
import { requestCheckpoint } from '../../../src/use-cases/request-checkpoint.ts';
import { startTask } from '../../../src/use-cases/start-task.ts';
import { startTrial } from '../../../src/use-cases/trial/start-trial.ts';
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

  it('shows a run in the order of time, with what recall held back and why', async () => {
    const { services } = await openTestServices();
    const guest = consoleGuest(services, soloPerson);
    const { lesson_id } = await proposeLesson(services, soloAgent, LESSON);
    await guest.send(`/lessons/${lesson_id}/decide`, { action: 'accept' });
    const { run_id } = await startTask(services, soloAgent, { task: 'Writing a migration', task_key: 'APP-7' });
    await recordCorrection(services, soloAgent, { run_id, wrong: HOSTILE, right: 'Every migration gets a down step.' });
    await recordOutcome(services, soloAgent, { run_id, outcome: 'completed_rewritten', note: 'rushed' });
    const { page } = await guest.get(`/runs/${run_id}`);
    const order = ['Started.', 'Recall: 1 shown', 'Corrected', 'completed rewritten'].map((one) =>
      page.lastIndexOf(one),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(page).toContain('shown and not followed');
    expect(page).not.toContain('<img src=x');
    expect((await guest.get('/runs?key=APP-7')).page).toContain(run_id);
    expect((await guest.get('/runs?key=APP-8')).page).toContain('No run and no task has the key');
    expect((await guest.get('/runs/run_absent')).status).toBe(404);
  });

  it('answers a question, once, and only a person does', async () => {
    const { services } = await openTestServices();
    const { run_id } = await startTask(services, soloAgent, { task: 'Drop the table' });
    const options = ['Keep it', 'Drop it'];
    const asked = await requestCheckpoint(services, soloAgent, { run_id, question: 'Drop it?', options });
    const address = `/checkpoints/${asked.checkpoint_id}/answer`;
    const agent = consoleGuest(services, soloAgent);
    expect((await agent.get('/checkpoints')).page).not.toContain('value="Keep it"');
    expect((await agent.send(address, { answer: 'Drop it' })).status).toBe(403);
    const guest = consoleGuest(services, soloPerson);
    expect((await guest.get('/checkpoints')).page).toContain('value="Keep it"');
    expect((await guest.send(address, { answer: ' ' })).status).toBe(400);
    expect((await guest.send(address, { answer: 'Keep it' })).location).toBe('/checkpoints');
    expect((await guest.send(address, { answer: 'Drop it' })).status).toBe(409);
    const again = await requestCheckpoint(services, soloAgent, {
      run_id,
      question: 'Drop it?',
      checkpoint_id: asked.checkpoint_id,
    });
    expect(again).toMatchObject({ status: 'answered', answer: 'Keep it', answered_by: 'ann' });
  });

  it('rolls a trial back only when it is meant, and only for a lead', async () => {
    const { services } = await openTestServices();
    const { trial } = await startTrial(services, soloPerson, { workflow: 'bugfix', owner: 'platform', days: 7 });
    const address = `/trials/${trial.trial_id}/end`;
    const reviewer = consoleGuest(services, teamReviewer('ben'));
    expect((await reviewer.get(`/trials/${trial.trial_id}`)).page).not.toContain('Roll back');
    expect((await reviewer.send(address, { action: 'rollback', sure: 'yes' })).status).toBe(403);
    const lead = consoleGuest(services, soloPerson);
    expect((await lead.get('/workflows')).page).toContain(trial.trial_id);
    expect((await lead.send(address, { action: 'rollback', reason: 'harm' })).status).toBe(400);
    expect((await lead.send(address, { action: 'rehearse' })).status).toBe(303);
    expect((await lead.get(`/trials/${trial.trial_id}`)).page).toContain('rollback rehearsed');
    expect((await lead.send(address, { action: 'rollback', reason: 'harm', sure: 'yes' })).status).toBe(303);
    expect((await lead.get(`/trials/${trial.trial_id}`)).page).toContain('rolled back');
  });

  it("takes a trial's look by a lead's button, and never by showing it", async () => {
    const { services, clock } = await openTestServices();
    const { trial } = await startTrial(services, soloPerson, { workflow: 'bugfix', owner: 'platform', days: 7 });
    clock.advance(24 * 7);
    const [lead, reviewer] = [consoleGuest(services, soloPerson), consoleGuest(services, teamReviewer('ben'))];
    const page = `/trials/${trial.trial_id}`;
    for (const guest of [lead, reviewer]) {
      expect((await guest.get('/workflows')).page).toContain('Its look is due');
      expect((await guest.get(page)).page).toContain('Its look is due');
    }
    expect((await services.stores.trials.find(trial.project, trial.trial_id))?.events).toEqual([]);
    expect((await reviewer.get(page)).page).not.toContain('Take the look');
    expect((await reviewer.send(`${page}/end`, { action: 'look' })).status).toBe(403);
    expect((await lead.get(page)).page).toContain('Take the look');
    expect((await lead.send(`${page}/end`, { action: 'look' })).status).toBe(303);
    expect((await lead.get(page)).page).toContain('Inconclusive.');
  });

  it('shows the health of the server only to people of every project', async () => {
    const { services } = await openTestServices();
    const guest = consoleGuest(services, soloPerson);
    const first = (await guest.get('/health')).page;
    expect(first).toContain('being examined');
    // The page does not wait for it; whoever opens it again sees what came of it.
    let later = first;
    while (!later.includes('checks')) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      later = (await guest.get('/health')).page;
    }
    expect(later).toContain('Examined at');
    expect((await guest.get('/health?anew=yes')).page).toContain('being examined');
    const { page } = await consoleGuest(services, teamReviewer('ben')).get('/health');
    expect(page).toContain('people of every project');
    expect(page).not.toContain('hone.db');
  });

  it('teaches what to do first where there is nothing', async () => {
    const { services } = await openTestServices();
    const guest = consoleGuest(services, soloPerson);
    expect((await guest.get('/')).page).toContain('Connect an agent');
    expect((await guest.get('/review')).page).toContain('The queue is empty');
    expect((await guest.get('/lessons')).page).toContain('Nothing is known yet');
    expect((await guest.get('/runs')).page).toContain('No agent was here yet');
    expect((await guest.get('/checkpoints')).page).toContain('No agent asked yet');
    expect((await guest.get('/workflows')).page).toContain('hone workflow apply');
    expect((await guest.get('/health')).page).toContain('No recall yet');
    expect(guest.complaints).toEqual([]);
  });

  it('shares a lesson with the organisation, and takes one of it out of a project', async () => {
    const { services } = await openTestServices();
    const { lesson_id: own } = await proposeLesson(services, soloAgent, LESSON);
    const guest = consoleGuest(services, soloPerson);
    await guest.send(`/lessons/${own}/decide`, { action: 'accept', version: '1' });
    expect((await guest.get(`/lessons/${own}`)).page).toContain('Propose for the organisation');
    const shared = await guest.send(`/lessons/${own}/share`, { reason: 'every service migrates' });
    expect(shared.status).toBe(303);
    const id = shared.location?.replace('/lessons/', '') ?? '';
    expect((await guest.get(`/review/${id}`)).page).toMatch(/whole organisation[\s\S]*It takes two people/u);
    await guest.send(`/lessons/${id}/decide`, { action: 'accept', version: '1' });
    const elsewhere = consoleGuest(services, inProject(soloPerson, 'shop'));
    expect((await elsewhere.get('/lessons')).page).not.toContain(LESSON.rule);
    expect((await elsewhere.get('/lessons?of=organisation')).page).toContain(LESSON.rule);
    await elsewhere.send(`/lessons/${id}/stance`, { stance: 'hidden', reason: 'nothing migrates here' });
    expect((await elsewhere.get(`/lessons/${id}`)).page).toContain('Hidden in this project');
    expect((await guest.get(`/lessons/${id}`)).page).toContain('Hide in this project');
    const fellow = consoleGuest(services, teamReviewer('ben'));
    expect((await fellow.get(`/lessons/${id}`)).page).toContain('Retire');
  });

  it('shows the projects that a person may see, with their role in each, and is that person in each', async () => {
    const { services } = await openTestServices();
    for (const project of ['app', 'web', 'shop']) await proposeLesson(services, inProject(soloAgent, project), LESSON);
    const memberships = new Map([
      ['app', 'developer'],
      ['web', 'reviewer'],
    ] as const);
    const principal = {
      name: 'ben',
      kind: 'person',
      roles: [],
      projects: ['app', 'web'],
      solo: false,
      memberships,
    } as const;
    const guest = consoleGuest(services, inProjectOf(principal, 'app'));
    const { page } = await guest.get('/projects');
    expect(page).toMatch(/app[\s\S]*developer[\s\S]*web[\s\S]*reviewer/u);
    expect(page).not.toContain('shop');
    // It is no page of the navigation, so none of those is the one that is open.
    expect(page).not.toContain('aria-current="page"');
    expect((await guest.get('/projects?project=shop')).status).toBe(404);
    const { items } = await services.stores.lessons.list('web', {});
    const accept = { action: 'accept', version: '1' };
    const id = items[0]?.lesson_id ?? '';
    expect((await guest.send(`/lessons/${id}/decide?project=web`, accept)).status).toBe(303);
    const own = (await services.stores.lessons.list('app', {})).items[0]?.lesson_id ?? '';
    expect((await guest.send(`/lessons/${own}/decide`, accept)).status).toBe(403);
    expect((await guest.send(`/lessons/${own}/decide?project=web`, accept)).status).toBe(404);
  });
});
