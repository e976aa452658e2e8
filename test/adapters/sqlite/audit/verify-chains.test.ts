import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { load } from 'sqlite-vec';
import { describe, expect, it } from 'vitest';
import { addLessons, newLesson } from '../../../contracts/samples.ts';
import { openTestStore, storePath } from '../../../support/open-test-store.ts';

/** A closed store of eight events in the chain of one project. */
const closedStore = async (): Promise<string> => {
  const path = storePath();
  const store = await openTestStore(path);
  for (let at = 1; at <= 8; at += 1) await addLessons(store, newLesson(`les_${at}`, { rule: `Rule ${at}` }));
  await store.close();
  return path;
};

const IMMUTABLE = ['audit_event', 'lesson_version', 'transition', 'evidence'];

/** What somebody does who has the file and no scruple: past the triggers, with any tool. */
const tamper = (path: string, sql: string): void => {
  const database = new Database(path);
  load(database);
  for (const table of IMMUTABLE) {
    for (const change of ['update', 'delete']) database.exec(`DROP TRIGGER IF EXISTS ${table}_no_${change}`);
  }
  database.exec(sql);
  database.close();
};

const verify = async (path: string) => (await openTestStore(path)).audit.verify([]);

describe('verifying the chains', () => {
  it.each([
    ['a changed event', "UPDATE audit_event SET actor = 'eva' WHERE seq = 3", 3],
    ['an event missing in the middle', 'DELETE FROM audit_event WHERE seq = 3', 4],
    ['a changed list of rows', "UPDATE audit_event SET changes = replace(changes, 'les_5', 'les_6') WHERE seq = 5", 5],
    ['a changed time', "UPDATE audit_event SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2", 2],
    ['a refusal made an act', 'UPDATE audit_event SET denied = 1 WHERE seq = 2', 2],
    [
      'two events in another order',
      `UPDATE audit_event SET seq = 99 WHERE seq = 3; UPDATE audit_event SET seq = 3 WHERE seq = 4;
       UPDATE audit_event SET seq = 4 WHERE seq = 99`,
      3,
    ],
    [
      'an event put in at the end',
      `INSERT INTO audit_event SELECT project_id, 9, at, actor, role, credential, verb, denied, changes, key_id, hash
       FROM audit_event WHERE seq = 8`,
      9,
    ],
  ])('finds %s, and names the first bad place', async (_what, sql, seq) => {
    const path = await closedStore();
    tamper(path, sql);
    const report = await verify(path);
    expect(report.ok).toBe(false);
    expect(report.findings[0]).toMatchObject({ project: 'app', seq });
  });

  it('finds an end that was cut off, also after the chain grew again, by the heads beside the store', async () => {
    const path = await closedStore();
    tamper(path, 'DELETE FROM audit_event WHERE seq > 3');
    const store = await openTestStore(path);
    expect((await store.audit.verify([])).findings).toContainEqual(expect.objectContaining({ project: 'app', seq: 8 }));
    for (let at = 1; at <= 9; at += 1) await addLessons(store, newLesson(`les_new_${at}`));
    await store.close();
    const grown = await verify(path);
    expect(grown.findings).toContainEqual({ project: 'app', seq: 8, what: expect.stringContaining('rewritten') });
  });

  it('finds a chain that was written anew, by another key or by heads kept outside', async () => {
    const path = await closedStore();
    const heads = await (await openTestStore(path)).audit.heads();
    const copy = storePath();
    copyFileSync(path, copy);
    tamper(copy, 'DELETE FROM audit_event');
    // It takes a new key, and adopts what it finds.
    const anew = await openTestStore(copy);
    expect((await anew.audit.verify([])).ok).toBe(true);
    expect((await anew.audit.verify(heads)).ok).toBe(false);
    await anew.close();
    copyFileSync(`${path}.key`, `${copy}.key`);
    expect((await verify(copy)).findings[0]?.what).toContain('another key');
  });

  it.each([
    [
      'a changed word',
      "UPDATE lesson_version SET rule = 'Do the opposite' WHERE lesson_id = 'les_4'",
      'les_4 1 of lesson_version',
    ],
    [
      'a state moved without an event',
      "UPDATE lesson SET state = 'retired' WHERE lesson_id = 'les_4'",
      'les_4 of lesson',
    ],
    ['a vote count', 'UPDATE lesson SET helped = 50', 'of lesson'],
    ['a row that is gone', "DELETE FROM transition WHERE lesson_id = 'les_4'", 'les_4 1 of transition is gone'],
    [
      'a row put in',
      `INSERT INTO token VALUES ('tok_x', 'mallory', 'admin', '"*"', 'x', 'x', '2026', 'x', '2099', NULL, NULL)`,
      'tok_x of token was put in',
    ],
  ])('finds %s', async (_what, sql, where) => {
    const path = await closedStore();
    tamper(path, sql);
    const { ok, findings } = await verify(path);
    expect(ok).toBe(false);
    expect(findings.map(({ what }) => what).join('\n')).toContain(where);
    expect(JSON.stringify(findings)).not.toContain('opposite');
  });

  it('finds a bit that flipped in a text', async () => {
    const path = await closedStore();
    const bytes = readFileSync(path);
    const at = bytes.indexOf('Rule 7');
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x01, at);
    writeFileSync(path, bytes);
    const { findings } = await verify(path);
    expect(findings).toEqual([{ project: 'app', what: expect.stringContaining('les_7 1 of lesson_version') }]);
  });

  it('takes an older store as it is, once, and says so in its first event', async () => {
    const path = await closedStore();
    rmSync(`${path}.head`);
    tamper(path, 'DELETE FROM audit_event');
    const store = await openTestStore(path);
    const { items } = await store.audit.events('app', {});
    expect(items).toMatchObject([{ seq: 1, actor: 'hone', verb: 'adopt' }]);
    expect((await store.audit.verify([])).ok).toBe(true);
  });

  it('splits what one write changed into events of bounded size', async () => {
    const store = await openTestStore();
    await addLessons(store, ...Array.from({ length: 400 }, (_, at) => newLesson(`les_${at}`)));
    const { items } = await store.audit.events('app', {});
    expect(items.length).toBeGreaterThan(1);
    expect(Math.max(...items.map(({ changes }) => changes.length))).toBe(500);
    expect((await store.audit.verify([])).ok).toBe(true);
  });
});
