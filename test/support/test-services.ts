import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { tokenCredentials } from '../../src/adapters/credentials/token-credentials.ts';
import { compose } from '../../src/compose.ts';
import type { Config } from '../../src/config.ts';
import type { Principal } from '../../src/domain/principal.ts';
import type { Caller, Services } from '../../src/use-cases/services.ts';

const cleanUp: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hone-'));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A clock that a test moves. Starts at 2026-10-01T09:00:00Z; each reading is a millisecond later than the last. */
export class TestClock {
  #ms = Date.parse('2026-10-01T09:00:00.000Z');
  now(): string {
    this.#ms += 1;
    return new Date(this.#ms).toISOString();
  }
  advance(hours: number): void {
    this.#ms += hours * 3_600_000;
  }
}

export interface TestServices {
  readonly services: Services;
  readonly clock: TestClock;
  /** The folder that holds the store's files. */
  readonly home: string;
}

/** The real store in a temporary folder; full text only, unless `dense`. */
export const openTestServices = async (options: { dense?: boolean } = {}): Promise<TestServices> => {
  const home = temporaryFolder();
  const clock = new TestClock();
  const config: Pick<Config, 'store' | 'modelFolder' | 'dense' | 'denseWaitMs' | 'repository' | 'notify'> = {
    store: { kind: 'sqlite', path: join(home, 'hone.db') },
    modelFolder: join(import.meta.dirname, '../../data/models/all-MiniLM-L6-v2'),
    dense: options.dense ?? false,
    denseWaitMs: 60_000,
    repository: null,
    notify: { webhook: null, slack: null, reviewAfterMs: 48 * 3_600_000, digestAtMinute: null },
  };
  const opened = await compose(config as Config);
  cleanUp.push(() => opened.close());
  const credentials = tokenCredentials({ stores: opened.stores, unitOfWork: opened.unitOfWork, clock });
  return { services: { ...opened, clock, credentials }, clock, home };
};

const caller = (principal: Principal): Caller => ({ principal, project: 'app', known: new Set(['app']) });

/** An agent on a store that one person uses alone. */
export const soloAgent: Caller = caller({ name: 'ann', kind: 'agent', roles: ['agent'], projects: '*', solo: true });
/** The person who uses it. */
export const soloPerson: Caller = caller({
  name: 'ann',
  kind: 'person',
  roles: ['developer', 'reviewer', 'lead', 'admin'],
  projects: '*',
  solo: true,
});
/** An agent on a team's store. */
export const teamAgent: Caller = caller({
  name: 'ann',
  kind: 'agent',
  roles: ['agent'],
  projects: ['app'],
  solo: false,
});
export const teamReviewer = (name: string): Caller =>
  caller({ name, kind: 'person', roles: ['developer', 'reviewer'], projects: ['app'], solo: false });
export const teamLead = (name: string): Caller =>
  caller({ name, kind: 'person', roles: ['developer', 'reviewer', 'lead'], projects: ['app'], solo: false });
export const pipeline: Caller = caller({ name: 'ci', kind: 'ci', roles: ['agent'], projects: ['app'], solo: false });
export const inProject = (base: Caller, project: string): Caller => ({ ...base, project, known: new Set([project]) });
