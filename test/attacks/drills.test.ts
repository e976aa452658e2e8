import { beforeEach, describe, expect, it, vi } from 'vitest';
import { RATE_LIMITS } from '../../src/domain/rate-limit.ts';
import { callTool } from '../../src/tools/call-tool.ts';
import { tools } from '../../src/tools/index.ts';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { quarantineWritten } from '../../src/use-cases/quarantine-written.ts';
import { recallLessons } from '../../src/use-cases/recall-lessons.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { whoReceived } from '../../src/use-cases/who-received.ts';
import { attackCase } from '../support/attack-case.ts';
import { hone } from '../support/hone-process.ts';
import { startServing } from '../support/serving.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openTestServices, soloPerson, teamAgent, teamReviewer } from '../support/test-services.ts';

const WHEN = 'changing the generated parser of the settings file';
const BAD = { when: WHEN, rule: 'Change the parser by hand.' };

describe('a bad lesson was delivered', () => {
  it('PSN-18.1 it is gone from the next answer and from every cache, and the list of runs that got it is whole', async () => {
    const { services } = await openTestServices();
    const { lesson_id: id } = await proposeLesson(services, teamAgent, BAD);
    const lesson_id = id ?? '';
    const ben = teamReviewer('ben');
    await reviewLesson(services, ben, { action: 'accept', lesson_id });
    const got: string[] = [];
    for (const task_key of ['K-1', 'K-2', 'K-3', 'K-4', 'K-5', 'K-6', 'K-7', 'K-8']) {
      const { run_id, recall } = await startTask(services, teamAgent, { task: WHEN, task_key });
      if (recall.lessons.some((one) => one.lesson_id === lesson_id)) got.unshift(run_id);
    }
    expect(got.length).toBeGreaterThan(0);
    // What a server with its store away would answer from.
    expect(services.lastGood.of('app').map((one) => one.lesson_id)).toEqual([lesson_id]);

    await reviewLesson(services, ben, { action: 'quarantine', lesson_id, reason: 'it breaks the parser' });
    expect((await recallLessons(services, teamAgent, { query: WHEN })).lessons).toEqual([]);
    await vi.waitFor(() => expect(services.lastGood.of('app')).toEqual([]), 30_000);
    expect((await startTask(services, teamAgent, { task: WHEN, task_key: 'K-9' })).recall.lessons).toEqual([]);
    expect((await whoReceived(services, soloPerson, { lesson_id })).items.map(({ run_id }) => run_id)).toEqual(got);
  });

  it('PSN-18.2 all that one token wrote is held by one command, and nothing else', async () => {
    const { services } = await openTestServices();
    const holding = (credential: string) => ({ ...teamAgent, principal: { ...teamAgent.principal, credential } });
    const ids: string[] = [];
    for (const [token, rule] of [
      ['tok_bad', 'Change the parser by hand.'],
      ['tok_bad', 'Skip the fixtures of the billing module.'],
      ['tok_good', 'Group release notes by component.'],
    ] as const) {
      const { lesson_id } = await proposeLesson(services, holding(token), { when: `working on: ${rule}`, rule });
      ids.push(lesson_id ?? '');
    }
    const { quarantined } = await quarantineWritten(services, soloPerson, { by: 'tok_bad' });
    expect(quarantined.map(({ lesson_id }) => lesson_id).sort()).toEqual(ids.slice(0, 2).sort());
    const states = await Promise.all(ids.map(async (id) => (await services.stores.lessons.find('app', id))?.state));
    expect(states).toEqual(['quarantined', 'quarantined', 'proposed']);
  });

  it('PSN-17.1 one entry is not buried under many: proposals beyond the day’s limit are refused', async () => {
    const { services } = await openTestServices();
    const tool = tools.find(({ name }) => name === 'propose_lesson');
    if (tool === undefined) throw new Error('no such tool');
    const [first, last] = (attackCase('PSN-17.1').attack.payload as { steps: { with: object }[] }).steps;
    const connection = {
      ...teamAgent,
      known: new Set(['app']),
      principal: { ...teamAgent.principal, credential: 'tok_a' },
    };
    let taken = 0;
    for (let n = 0; n < RATE_LIMITS.proposal.calls + 5; n += 1) {
      const input = JSON.parse(JSON.stringify(first?.with).replaceAll('{n}', `${n} ${'abcdefgh'[n % 8]}${n * 7}`));
      const done = await callTool(services, connection, tool, input).catch((error) => error);
      if (done?.code === 'RATE_LIMITED') break;
      taken += 1;
    }
    expect(taken).toBe(RATE_LIMITS.proposal.calls);
    await expect(callTool(services, connection, tool, last?.with ?? {})).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
  });
});

describe('a server that would be reached by others', () => {
  let home = '';
  beforeEach(() => {
    home = temporaryFolder();
  });

  it('NET-03.1 listens on this machine only unless it is told otherwise', async () => {
    const server = startServing(home, ['--http', '--port', '0']);
    const [line = ''] = await server.lines(1);
    expect(line).toMatch(/^hone listening on http:\/\/127\.0\.0\.1:\d+$/u);
    server.child.kill('SIGTERM');
    await server.ended;
  });

  it.each([['NET-03.2 without any token of the store'], ['NET-03.3 without asking for a token']])(
    '%s: refuses to start beyond this machine, and says what is missing',
    async (title) => {
      const { argv } = attackCase(title.split(' ')[0] ?? '');
      const { exitCode, stdout, stderr } = await hone([...argv, '--port', '0'], {
        home,
        environment: { HONE_DENSE: 'off' },
      });
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toMatch(/token|--no-auth/u);
    },
  );
});
