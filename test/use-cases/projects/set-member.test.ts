import { describe, expect, it } from 'vitest';
import { type Connection, callTool } from '../../../src/tools/call-tool.ts';
import { proposeLessonTool } from '../../../src/tools/propose-lesson.ts';
import { recallLessonsTool } from '../../../src/tools/recall-lessons.ts';
import { createToken } from '../../../src/use-cases/create-token.ts';
import { inProject as callerIn, inProjectOf } from '../../../src/use-cases/identify.ts';
import { listProjects, showProject } from '../../../src/use-cases/projects/list-projects.ts';
import { setMember } from '../../../src/use-cases/projects/set-member.ts';
import { proposeLesson } from '../../../src/use-cases/propose-lesson.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { reviewLesson } from '../../../src/use-cases/review-lesson.ts';
import type { Caller, Services } from '../../../src/use-cases/services.ts';
import { inProject, openTestServices, soloPerson, teamAgent, teamLead } from '../../support/test-services.ts';

const admin: Caller = {
  principal: { name: 'kim', kind: 'person', roles: ['admin'], projects: '*', solo: false },
  project: 'app',
  known: new Set(['app']),
};

/** Ben: reviewer of app, developer of web, nothing in shop. */
const openAsBen = async () => {
  const test = await openTestServices();
  const { services } = test;
  const { token } = await createToken(services, admin, { name: 'ben', role: 'member', projects: '*' });
  await setMember(services, admin, { name: 'ben', role: 'reviewer', project: 'app' });
  await setMember(services, admin, { name: 'ben', role: 'developer', project: 'web' });
  const ben = async (project: string): Promise<Caller> => {
    const identity = await services.credentials.identify(token);
    if (identity.status !== 'known') throw new Error(identity.status);
    return inProjectOf(identity.principal, project);
  };
  return { ...test, token, ben };
};

const proposeIn = async (services: Services, project: string): Promise<string> => {
  const agent = inProject({ ...teamAgent, principal: { ...teamAgent.principal, projects: [project] } }, project);
  const { lesson_id } = await proposeLesson(services, agent, { when: `working on ${project}`, rule: 'Use cents.' });
  return lesson_id ?? '';
};

describe('setMember', () => {
  it('gives one person another role in each project, under one token', async () => {
    const { services, ben } = await openAsBen();
    const [inApp, inWeb] = [await proposeIn(services, 'app'), await proposeIn(services, 'web')];
    expect((await reviewLesson(services, await ben('app'), { action: 'accept', lesson_id: inApp })).state).toBe(
      'active',
    );
    await expect(
      reviewLesson(services, await ben('web'), { action: 'accept', lesson_id: inWeb }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    // Nor by standing in the project in which he may.
    for (const input of [{ lesson_id: inWeb }, { lesson_id: inWeb, project: 'web' }]) {
      const refused = reviewLesson(services, await ben('app'), { action: 'accept', ...input });
      await expect(refused).rejects.toMatchObject({ code: input.project === undefined ? 'NOT_FOUND' : 'FORBIDDEN' });
    }
    expect((await services.stores.lessons.find('web', inWeb))?.state).toBe('proposed');
  });

  it('goes by the project that a call names', async () => {
    const { services, ben } = await openAsBen();
    await setMember(services, admin, { name: 'ben', role: 'reader', project: 'web' });
    const connection: Connection = { ...(await ben('app')), known: new Set(['app']) };
    const lesson = { when: 'adding a column', rule: 'Add columns as nullable first.' };
    const propose = (project: string) => callTool(services, connection, proposeLessonTool, { ...lesson, project });
    expect(await propose('app')).toMatchObject({ status: 'created' });
    await expect(propose('web')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await callTool(services, connection, recallLessonsTool, { query: 'x', project: 'web' })).toMatchObject({
      decision: 'abstain',
    });
    await expect(propose('shop')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('holds from the next call on, also when it is taken back', async () => {
    const { services, ben } = await openAsBen();
    expect((await ben('app')).principal.roles).toEqual(['developer', 'reviewer']);
    await setMember(services, admin, { name: 'ben', role: null, project: 'app' });
    const now = await ben('app');
    expect([now.project, now.principal.roles, now.principal.projects]).toEqual(['web', ['developer'], ['web']]);
    await setMember(services, admin, { name: 'ben', role: null, project: 'web' });
    expect((await ben('app')).principal).toMatchObject({ roles: [], projects: [] });
    await expect(setMember(services, admin, { name: 'ben', role: null, project: 'web' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('never reaches further than the token says', async () => {
    const { services } = await openAsBen();
    const { token } = await createToken(services, admin, { name: 'ben', role: 'member', projects: ['web'] });
    const identity = await services.credentials.identify(token);
    expect(identity).toMatchObject({ status: 'known', principal: { projects: ['web'] } });
  });

  it('is for admins, and for leads of the project, who make no lead', async () => {
    const { services, ben } = await openAsBen();
    await expect(setMember(services, await ben('app'), { name: 'eve', role: 'reader' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const eva = teamLead('eva');
    expect(await setMember(services, eva, { name: 'dan', role: 'developer' })).toMatchObject({ project: 'app' });
    await expect(setMember(services, eva, { name: 'dan', role: 'lead' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(setMember(services, eva, { name: 'dan', role: 'reader', project: 'web' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const denied = (await services.audit.events('app', {})).items.filter((event) => event.denied);
    expect(denied).toHaveLength(3);
    expect((await services.audit.verify([])).ok).toBe(true);
  });
});

describe('listProjects', () => {
  it('shows the projects of a person with their role in each, and no others', async () => {
    const { services, ben } = await openAsBen();
    for (const project of ['app', 'web', 'shop']) await proposeIn(services, project);
    const { items } = await listProjects(services, await ben('app'));
    expect(items.map(({ project, roles, waiting }) => [project, roles.at(-1), waiting])).toEqual([
      ['app', 'reviewer', 1],
      ['web', 'developer', 1],
    ]);
    expect((await listProjects(services, admin)).items.map(({ project }) => project)).toEqual(['app', 'shop', 'web']);
    expect((await showProject(services, await ben('app'), { project: 'web' })).members).toMatchObject([
      { name: 'ben', role: 'developer' },
    ]);
    for (const project of ['shop', 'never']) {
      await expect(showProject(services, await ben('app'), { project })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(callerIn(await ben('app'), 'web').principal.roles).toEqual(['developer']);
  });

  it('counts a provisional lesson among those that serve, and among those that wait', async () => {
    const { services } = await openTestServices();
    await recordCorrection(services, soloPerson, { wrong: 'used npm', right: 'Use pnpm.', when: 'installing' });
    const { items } = await listProjects(services, soloPerson);
    expect(items).toMatchObject([{ project: 'app', served: 1, lessons: 1, waiting: 1 }]);
  });
});
