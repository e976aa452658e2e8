import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HookClient } from '../../src/domain/capture/hook-event.ts';
import type { Payload } from '../../src/transports/hooks/payload-fields.ts';

export interface HookFixture {
  /** `client/Event.case`. */
  readonly name: string;
  readonly client: HookClient;
  readonly event: string;
  /** Names of variables that the client sets. */
  readonly env: readonly string[];
  readonly payload: Payload;
}

const folder = join(import.meta.dirname, '../fixtures/hook-payloads');

/** Every payload that was recorded from a client or taken from its documentation. */
export const hookFixtures: readonly HookFixture[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: client }) =>
    readdirSync(join(folder, client)).map((file) => ({
      ...(JSON.parse(readFileSync(join(folder, client, file), 'utf8')) as Omit<HookFixture, 'name'>),
      name: `${client}/${file.replace(/\.json$/u, '')}`,
    })),
  );

export const hookFixture = (name: string): HookFixture => {
  const found = hookFixtures.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no fixture ${name}`);
  return found;
};
