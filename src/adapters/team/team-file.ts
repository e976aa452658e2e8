import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TeamConnection } from '../../domain/team-connection.ts';

/** The file of the connection, in Hone's own folder. Only this user may read it: the token stands in it. */
export const teamFile = (home: string): string => join(home, 'team.json');

/** Null without one; a file that cannot be read counts as none. */
export const readTeam = (home: string): TeamConnection | null => {
  try {
    const value = JSON.parse(readFileSync(teamFile(home), 'utf8')) as Partial<TeamConnection> | null;
    const whole =
      value?.version === 1 &&
      [value.url, value.token, value.name].every((one) => typeof one === 'string' && one !== '') &&
      (value.projects === '*' || Array.isArray(value.projects));
    return whole ? (value as TeamConnection) : null;
  } catch {
    return null;
  }
};

/** Whole or not at all: a hook may read it at any time. @throws Error when it cannot be written. */
export const writeTeam = (home: string, team: TeamConnection): void => {
  const draft = `${teamFile(home)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(team, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, teamFile(home));
};

/** False when there was none. */
export const removeTeam = (home: string): boolean => {
  const before = readTeam(home);
  rmSync(teamFile(home), { force: true });
  return before !== null;
};
