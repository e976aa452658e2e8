import { describe, expect, it } from 'vitest';
import { ORGANISATION } from '../../src/domain/organisation.ts';
import { getLesson } from '../../src/use-cases/get-lesson.ts';
import { proposeForOrganisation } from '../../src/use-cases/organisation/propose-for-organisation.ts';
import { takeStance } from '../../src/use-cases/organisation/take-stance.ts';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { quarantineWritten } from '../../src/use-cases/quarantine-written.ts';
import { rebuildLearning } from '../../src/use-cases/rebuild-learning.ts';
import { recordOutcome } from '../../src/use-cases/record-outcome.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import type { Caller, Services } from '../../src/use-cases/services.ts';
import { startTask } from '../../src/use-cases/start-task.ts';
import { inProject, openTestServices, soloPerson, teamAgent, teamReviewer } from '../support/test-services.ts';

const holding = (caller: Caller, credential: string): Caller => ({
  ...caller,
  principal: { ...caller.principal, projects: '*', credential },
});
const bad = holding(teamAgent, 'tok_bad');
const good = holding(teamAgent, 'tok_good');
const ben = holding(teamReviewer('ben'), 'tok_ben');

const propose = async (services: Services, caller: Caller, what: string): Promise<string> => {
  const { lesson_id } = await proposeLesson(services, caller, { when: `working on ${what}`, rule: `Look at ${what}` });
  return lesson_id ?? '';
};
const stateOf = async (services: Services, id: string, project = 'app') =>
  (await services.stores.lessons.find(project, id))?.state;

describe('quarantineWritten', () => {
  it('holds what one token wrote, in every project, whatever its state, and nothing else', async () => {
    const { services } = await openTestServices();
    const [first, second] = [await propose(services, bad, 'parsers'), await propose(services, bad, 'billing totals')];
    const other = await propose(services, good, 'release notes');
    const elsewhere = await propose(services, inProject(bad, 'web'), 'style sheets');
    await reviewLesson(services, ben, { action: 'accept', lesson_id: first });
    await reviewLesson(services, ben, { action: 'reject', lesson_id: second, reason: 'no' });

    const held = await quarantineWritten(services, soloPerson, { by: 'tok_bad' });
    expect(held.quarantined).toEqual([
      { project: 'app', lesson_id: first, was: 'active' },
      { project: 'web', lesson_id: elsewhere, was: 'proposed' },
    ]);
    expect(held.left).toEqual([{ project: 'app', lesson_id: second, state: 'retired' }]);
    expect(await stateOf(services, first)).toBe('quarantined');
    expect(await stateOf(services, other)).toBe('proposed');
    expect(await stateOf(services, elsewhere, 'web')).toBe('quarantined');
    expect((await quarantineWritten(services, soloPerson, { by: 'tok_bad' })).quarantined).toEqual([]);
    expect((await services.audit.verify([])).ok).toBe(true);
  });

  it('holds what a reviewer let through, and names what they only touched', async () => {
    const { services } = await openTestServices();
    const [accepted, confirmed] = [await propose(services, good, 'parsers'), await propose(services, good, 'totals')];
    await reviewLesson(services, ben, { action: 'accept', lesson_id: accepted });
    await proposeLesson(services, bad, {
      when: 'x',
      rule: 'y',
      same_as: confirmed,
      evidence: [{ kind: 'ci', ref: '1' }],
    });
    const byBen = await quarantineWritten(services, soloPerson, { by: 'tok_ben', reason: 'laptop stolen' });
    expect(byBen.quarantined).toEqual([{ project: 'app', lesson_id: accepted, was: 'active' }]);
    const record = await services.stores.lessons.record('app', accepted);
    expect(record?.transitions.at(-1)).toMatchObject({ to: 'quarantined', actor: 'ann', reason: 'laptop stolen' });
    const byBad = await quarantineWritten(services, soloPerson, { by: 'tok_bad' });
    expect(byBad).toMatchObject({
      quarantined: [],
      touched: [{ project: 'app', lesson_id: confirmed, taken_back: 1 }],
    });
    expect((await services.stores.lessons.record('app', confirmed))?.evidence).toEqual([]);
  });

  it('holds what a period wrote in the project of the connection', async () => {
    const { services } = await openTestServices();
    const id = await propose(services, good, 'parsers');
    const web = await propose(services, inProject(good, 'web'), 'style sheets');
    const since = (await services.audit.events('app', {})).items[0]?.at ?? '';
    // The test's clock stands before the store's.
    const until = '2099-01-01T00:00:00Z';
    const later = await quarantineWritten(services, soloPerson, { since: '2098-01-01T00:00:00Z', until });
    expect(later.quarantined).toEqual([]);
    expect((await quarantineWritten(services, soloPerson, { since, until })).quarantined).toMatchObject([
      { lesson_id: id },
    ]);
    expect(await stateOf(services, web, 'web')).toBe('proposed');
  });

  it('is not for agents and developers, and needs to know whose or when', async () => {
    const { services } = await openTestServices();
    await propose(services, good, 'parsers');
    await expect(quarantineWritten(services, bad, { by: 'tok_good' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await services.audit.events('app', {})).items.at(-1)).toMatchObject({
      denied: true,
      credential: 'tok_bad',
    });
    for (const wrong of [{}, { since: 'yesterday' }, { since: '1d', until: 'x' }]) {
      await expect(quarantineWritten(services, soloPerson, wrong)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('takes back votes, triggers and verdicts that a token gave, and counts anew', async () => {
    const { services } = await openTestServices();
    const { lesson_id } = await proposeLesson(services, good, {
      when: 'publishing an event to the message queue',
      rule: 'Write the event to the outbox table in the same transaction.',
    });
    await reviewLesson(services, ben, { action: 'accept', lesson_id: lesson_id ?? '' });
    const eve = holding(teamReviewer('eve'), 'tok_eve');
    for (const [caller, task] of [
      [ben, 'publish an order event to the message queue'],
      [eve, 'publish a payment event to the message queue'],
    ] as const) {
      const { run_id } = await startTask(services, caller, { task });
      const verdicts = [{ lesson_id: lesson_id ?? '', verdict: 'helpful' as const }];
      await recordOutcome(services, caller, { run_id, outcome: 'completed_clean', verdicts });
    }
    const known = async () => {
      const lesson = await getLesson(services, ben, { lesson_id: lesson_id ?? '' });
      const searched = await services.stores.lessons.searchedTriggers('app', lesson_id ?? '');
      const { verdicts = 0 } = (await services.stores.lessons.calibration('app')) ?? {};
      return [
        lesson.helped,
        lesson.triggers.length,
        lesson.verdicts.length,
        lesson.effect.n,
        searched.length,
        verdicts,
      ];
    };
    expect(await known()).toEqual([2, 2, 2, 2, 2, 2]);
    const rolledBack = await quarantineWritten(services, soloPerson, { by: 'tok_eve', reason: 'laptop stolen' });
    expect(rolledBack.quarantined).toEqual([]);
    expect(rolledBack.touched).toEqual([{ project: 'app', lesson_id, taken_back: 3 }]);
    expect(await known()).toEqual([1, 1, 1, 1, 1, 1]);
    const taken = await services.stores.takenBack.of('app', lesson_id ?? '');
    expect(taken.map(({ fact, reason, by }) => [fact, reason, by])).toEqual([
      ['lesson_trigger', 'laptop stolen', 'ann'],
      ['verdict', 'laptop stolen', 'ann'],
      ['vote', 'laptop stolen', 'ann'],
    ]);
    expect((await quarantineWritten(services, soloPerson, { by: 'tok_eve' })).touched).toEqual([]);
    expect((await rebuildLearning(services)).changed).toEqual([]);
    expect((await services.audit.verify([])).ok).toBe(true);
    await quarantineWritten(services, soloPerson, { by: 'tok_ben' });
    expect(await known()).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('reaches lessons of the organisation: what was let through, voted on, or hidden', async () => {
    const { services } = await openTestServices();
    const own = await propose(services, good, 'parsers');
    const [eva, tom] = [holding(teamReviewer('eva'), 'tok_eva'), holding(teamReviewer('tom'), 'tok_tom')];
    await reviewLesson(services, ben, { action: 'accept', lesson_id: own });
    const { lesson_id } = await proposeForOrganisation(services, ben, { lesson_id: own });
    for (const judge of [eva, tom]) await reviewLesson(services, judge, { action: 'accept', lesson_id });
    const shop = inProject(tom, 'shop');
    await startTask(services, shop, { task: 'working on parsers' });
    await takeStance(services, shop, { lesson_id, stance: 'hidden', reason: 'no parsers' });
    const period = { since: '2020-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' };
    expect((await quarantineWritten(services, inProject(soloPerson, 'mill'), period)).quarantined).toEqual([
      { project: ORGANISATION, lesson_id, was: 'active' },
    ]);
    await reviewLesson(services, eva, { action: 'release', lesson_id });
    // Who only let it through first is found by that alone.
    expect((await quarantineWritten(services, soloPerson, { by: 'tok_eva' })).quarantined).toEqual([
      { project: ORGANISATION, lesson_id, was: 'proposed' },
    ]);
    await quarantineWritten(services, soloPerson, { by: 'tok_tom' });
    expect((await services.stores.organisation.stancesIn('shop')).map(({ stance }) => stance)).toEqual(['lifted']);
  });
});
