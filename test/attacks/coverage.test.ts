import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPlayable } from '../../scripts/attacks/play-attack.ts';
import { readAttacks } from '../../scripts/attacks/read-attacks.ts';

const TESTS = join(import.meta.dirname, '..');
const PAYLOAD = /\b[A-Z]{2,3}-\d{2}\.\d+\b/gu;

/** Ids of payloads in the titles of tests: the tests that play them. */
const titled = (): Set<string> => {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  return new Set(files.flatMap((name) => readFileSync(join(TESTS, name), 'utf8').match(PAYLOAD) ?? []));
};

describe('the list of attacks', () => {
  const attacks = readAttacks('attacks');

  it('has a test for every payload: it reaches the tools, or its id stands in the title of the test that plays it', () => {
    const known = titled();
    const bare = attacks.filter((attack) => !isPlayable(attack) && !known.has(attack.id));
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('names no payload that is not there', () => {
    const ids = new Set(attacks.map(({ id }) => id));
    expect([...titled()].filter((id) => !ids.has(id))).toEqual([]);
  });
});
