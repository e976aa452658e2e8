import { randomBytes } from 'node:crypto';
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
import type { Attack } from './read-attacks.ts';

/** Who plays: developers' agents, a reviewer and a lead. Everybody else is an agent of the project. */
const PEOPLE: Readonly<Record<string, Pick<Principal, 'name' | 'kind' | 'roles'>>> = {
  'agent-1': { name: 'ann', kind: 'agent', roles: ['agent'] },
  'agent-2': { name: 'ann', kind: 'agent', roles: ['agent'] },
  'agent-5': { name: 'dan', kind: 'agent', roles: ['agent'] },
  'agent-9p': { name: 'mallory', kind: 'agent', roles: ['agent'] },
  'rev-ben': { name: 'ben', kind: 'person', roles: ['developer', 'reviewer'] },
  'lead-eva': { name: 'eva', kind: 'person', roles: ['developer', 'reviewer', 'lead'] },
};

/** Of another project. */
const STRANGER = 'agent-9';

/** A project of one attack alone, with what its placeholders stand for. */
export interface Stage {
  readonly services: Services;
  readonly project: string;
  readonly names: ReadonlyMap<string, string>;
  caller(as: string): Connection;
}

const callerIn =
  (project: string) =>
  (as: string): Connection => {
    const own = as === STRANGER ? 'Q' : project;
    const person = PEOPLE[as] ?? { name: as, kind: 'agent' as const, roles: ['agent' as const] };
    return { principal: { ...person, projects: [own], solo: false }, project: own, known: new Set([own]) };
  };

/** A team's store in a folder of its own. Each attack gets a project. */
export class AttackStore {
  readonly folder: string;
  readonly #services: Services & { close(): Promise<void> };
  #projects = 0;

  private constructor(folder: string, services: Services & { close(): Promise<void> }) {
    this.folder = folder;
    this.#services = services;
  }

  static async open(): Promise<AttackStore> {
    const folder = mkdtempSync(join(tmpdir(), 'hone-attacks-'));
    const services = await compose({
      store: { kind: 'sqlite', path: join(folder, 'hone.db') },
      modelFolder: join(import.meta.dirname, '../../data/models/all-MiniLM-L6-v2'),
      dense: false,
      repository: null,
      denseWaitMs: 1_000,
      notify: { webhook: null, slack: null, reviewAfterMs: 0, digestAtMinute: null },
    } as Config);
    return new AttackStore(folder, services);
  }

  /** Furnished where the attack names lessons or runs. */
  async stage(attack: Attack): Promise<Stage> {
    this.#projects += 1;
    const project = `P${this.#projects}`;
    const stage = { services: this.#services, project, caller: callerIn(project), names: new Map<string, string>() };
    const text = JSON.stringify(attack.payload);
    return NAMES_THINGS.test(text) ? { ...stage, names: await furnish(stage) } : stage;
  }

  async close(): Promise<void> {
    await this.#services.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const NAMES_THINGS = /\{(?:lesson|trigger of|rule of|run|token)\b/u;

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

const furnish = async ({ services, caller }: Omit<Stage, 'names'>): Promise<Map<string, string>> => {
  const names = new Map<string, string>();
  for (const [name, text] of Object.entries(LESSONS)) {
    const { lesson_id } = await proposeLesson(services, caller('agent-5'), text);
    const id = lesson_id ?? '';
    names
      .set(`lesson:${name}`, id)
      .set(`trigger of lesson:${name}`, text.when)
      .set(`rule of lesson:${name}`, text.rule);
    if (name === 'P-proposed') continue;
    const ben = caller('rev-ben');
    await reviewLesson(services, ben, { action: 'accept', lesson_id: id, critical: name === 'P-safety' });
    if (name !== 'P-retired') continue;
    await reviewLesson(services, ben, { action: 'retire', lesson_id: id, reason: 'the endpoint is gone' });
  }
  const { run_id } = await startTask(services, caller('agent-1'), { task: 'tidy the changelog' });
  return names.set('run:agent-1', run_id).set('token:agent-1', `hone_${randomBytes(32).toString('base64url')}`);
};
