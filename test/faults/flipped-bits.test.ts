import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditKeyFile } from '../../src/adapters/sqlite/audit/audit-key.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { addLessons, newLesson } from '../contracts/samples.ts';
import { storePath } from '../support/open-test-store.ts';

const WORDS = ['grammar', 'parser', 'migration', 'fixture', 'release', 'cursor', 'lockfile', 'snapshot'];
const FLIPS = 24;

/** Places in the bytes of the file where the texts of lessons stand, spread over all of them. */
const placesOf = (bytes: Buffer): number[] =>
  WORDS.flatMap((word) => {
    const places: number[] = [];
    for (let at = bytes.indexOf(`Keep the ${word}`); at >= 0; at = bytes.indexOf(`Keep the ${word}`, at + 1)) {
      places.push(at + 4, at + 10);
    }
    return places.slice(0, FLIPS / WORDS.length);
  });

describe('a bit that flips in the file', () => {
  it('in the text of a lesson is found by the hash of its row or by the file’s own check, and nothing crashes', async () => {
    const path = storePath();
    const whole = await openSqliteStore({ path });
    await addLessons(
      whole,
      ...WORDS.map((word) => newLesson(`les_${word}`, { rule: `Keep the ${word} as it is. ${word.repeat(40)}` })),
    );
    await whole.close();
    const bytes = readFileSync(path);
    const places = placesOf(bytes);
    expect(places.length).toBeGreaterThanOrEqual(WORDS.length);
    for (const [turn, place] of places.entries()) {
      const copy = `${path}.${turn}`;
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (turn % 7));
      writeFileSync(copy, flipped);
      copyFileSync(auditKeyFile(path), auditKeyFile(copy));
      const store = await openSqliteStore({ path: copy });
      try {
        const { damage } = await store.inspection.facts();
        const { ok, findings } = await store.audit.verify([]);
        expect(ok && damage === null, `bit at ${place}`).toBe(false);
        if (!ok) expect(findings[0]?.what).toMatch(/row|event/u);
        // What can be read is still served.
        expect((await store.stores.lessons.list('app', {})).total).toBe(WORDS.length);
      } finally {
        await store.close();
      }
    }
  });
});
