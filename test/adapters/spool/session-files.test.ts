import { mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forgetOldSessions, sessionFiles } from '../../../src/adapters/spool/session-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('sessionFiles', () => {
  it('tells the next hook of the session what the last one noted, and no other session', () => {
    const spool = temporaryFolder();
    sessionFiles(spool, 'one').note({ n: 'shown', ids: ['les_a'] });
    sessionFiles(spool, 'one').note({ n: 'asked' });
    expect(sessionFiles(spool, 'one').notes()).toEqual([{ n: 'shown', ids: ['les_a'] }, { n: 'asked' }]);
    expect(sessionFiles(spool, '../other').notes()).toEqual([]);
  });

  it('says once that an event is new, across the edge of its time too, and again later', () => {
    const spool = temporaryFolder();
    let now = 9_999;
    const first = (mark: string): boolean => sessionFiles(spool, 's', () => now).first(mark);
    expect([first('prompt a'), first('prompt a'), first('prompt b')]).toEqual([true, false, true]);
    now += 2;
    expect(first('prompt a')).toBe(false);
    now += 20_000;
    expect(first('prompt a')).toBe(true);
  });
});

describe('forgetOldSessions', () => {
  it('takes away what nobody touched for two weeks', () => {
    const spool = temporaryFolder();
    for (const name of ['old', 'new']) mkdirSync(join(spool, 'sessions', name), { recursive: true });
    utimesSync(join(spool, 'sessions', 'old'), 1, 1);
    forgetOldSessions(spool);
    expect(readdirSync(join(spool, 'sessions'))).toEqual(['new']);
    expect(() => forgetOldSessions(join(spool, 'nowhere'))).not.toThrow();
  });
});
