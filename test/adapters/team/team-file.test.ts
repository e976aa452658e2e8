import { statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTeam, removeTeam, teamFile, writeTeam } from '../../../src/adapters/team/team-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TEAM = {
  version: 1,
  url: 'https://hone.example.com',
  token: 'hone_a-token-of-the-test',
  name: 'dan',
  roles: ['agent'],
  projects: ['app'],
  expires_at: null,
  connected_at: '2026-10-01T00:00:00.000Z',
} as const;

describe('the file of the connection', () => {
  it('gives back what was written, to this user alone, and goes again', () => {
    const home = temporaryFolder();
    expect(readTeam(home)).toBeNull();
    writeTeam(home, TEAM);
    writeTeam(home, { ...TEAM, projects: '*' });
    expect(readTeam(home)).toEqual({ ...TEAM, projects: '*' });
    expect(statSync(teamFile(home)).mode & 0o777).toBe(0o600);
    expect([removeTeam(home), removeTeam(home), readTeam(home)]).toEqual([true, false, null]);
  });

  it.each(['', '{', 'null', '[]', '{"version":2}', JSON.stringify({ ...TEAM, token: '' }), '{"version":1,"url":"x"}'])(
    'counts as none when it holds %s',
    (text) => {
      const home = temporaryFolder();
      writeFileSync(teamFile(home), text);
      expect(readTeam(home)).toBeNull();
    },
  );
});
