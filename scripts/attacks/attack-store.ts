import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../../src/compose.ts';
import type { Config } from '../../src/config.ts';
import type { Principal } from '../../src/domain/principal.ts';
import type { Connection } from '../../src/tools/call-tool.ts';
import { proposeLesson } from '../../src/use-cases/propose-lesson.ts';
import { reviewLesson } from '../../src/use-cases/review-lesson.ts';
import type { Services } from '../../src/use-cases/services.ts';
import { startTask } from '../../src/use-cases/start-task.ts';

/** Who plays: developers' agents, a reviewer, and one of another project. */
const PEOPLE: Readonly<Record<string, Omit<Principal, 'solo'>>> = {
  'agent-1': { name: 'ann', kind: 'agent', roles: ['agent'], projects: ['P'] },
  'agent-2': { name: 'ann', kind: 'agent', roles: ['agent'], projects: ['P'] },
  'agent-5': { name: 'dan', kind: 'agent', roles: ['agent'], projects: ['P'] },
  'agent-9': { name: 'mallory', kind: 'agent', roles: ['agent'], projects: ['Q'] },
  'agent-9p': { name: 'mallory', kind: 'agent', roles: ['agent'], projects: ['P'] },
  'rev-ben': { name: 'ben', kind: 'person', roles: ['developer', 'reviewer'], projects: ['P'] },
  'lead-eva': { name: 'eva', kind: 'person', roles: ['developer', 'reviewer', 'lead'], projects: ['P'] },
};

export interface AttackStore {
  readonly services: Services;
  readonly folder: string;
  /** What placeholders of payloads stand for. */
  readonly names: ReadonlyMap<string, string>;
  caller(as: string): Connection;
  close(): Promise<void>;
}

export const callerOf = (as: string): Connection => {
  const principal = PEOPLE[as] ?? { name: as, kind: 'agent' as const, roles: ['agent' as const], projects: ['P'] };
  const [project = 'P'] = principal.projects === '*' ? ['P'] : principal.projects;
  return { principal: { ...principal, solo: false }, project, known: new Set([project]) };
};

/** A team's store of its own, with a lesson in each state that payloads name. */
export const openAttackStore = async (): Promise<AttackStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'hone-attacks-'));
  const services = await compose({
    store: { kind: 'sqlite', path: join(folder, 'hone.db') },
    modelFolder: join(import.meta.dirname, '../../data/models/all-MiniLM-L6-v2'),
    dense: false,
    denseWaitMs: 1_000,
  } as Config);
  return {
    services,
    folder,
    names: await furnish(services),
    caller: callerOf,
    close: async () => {
      await services.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const LESSONS = {
  'P-active': { when: 'running database migrations', rule: 'Always run migrations inside a transaction.' },
  'P-safety': {
    when: 'handling uploaded archives',
    rule: 'Resolve each entry and check that it stays in the target folder.',
  },
  'P-provisional': { when: 'naming feature flags', rule: 'Prefix feature flags with the team name.' },
  'P-proposed': { when: 'editing release notes', rule: 'Group release notes by component.' },
  'P-retired': { when: 'calling the billing API', rule: 'Use the v1 endpoint for refunds.' },
} as const;

const furnish = async (services: Services): Promise<Map<string, string>> => {
  const names = new Map<string, string>();
  for (const [name, text] of Object.entries(LESSONS)) {
    const { lesson_id } = await proposeLesson(services, callerOf('agent-5'), text);
    const id = lesson_id ?? '';
    names
      .set(`lesson:${name}`, id)
      .set(`trigger of lesson:${name}`, text.when)
      .set(`rule of lesson:${name}`, text.rule);
    if (name === 'P-proposed') continue;
    await reviewLesson(services, callerOf('rev-ben'), {
      action: 'accept',
      lesson_id: id,
      critical: name === 'P-safety',
    });
    if (name !== 'P-retired') continue;
    await reviewLesson(services, callerOf('rev-ben'), {
      action: 'retire',
      lesson_id: id,
      reason: 'the endpoint is gone',
    });
  }
  const { run_id } = await startTask(services, callerOf('agent-1'), { task: 'tidy the changelog' });
  return names.set('run:agent-1', run_id).set('token:agent-1', `hone_${'aB3dE6gH9jK2mN5pQ8rS1tU4vW7xY0zA3bC6dE9fG2h'}`);
};
