import type { Time } from '../../domain/ids.ts';
import type { TeamMachine } from '../../ports/team-machine.ts';
import { teamStatus } from '../connect-team.ts';
import { type Check, fail, ok, warn } from './check.ts';

const SOON_MS = 7 * 86_400_000;

/** The connection to a team's server, by using it; nothing where this machine has none. */
export const teamCheck = async (machine: TeamMachine, now: Time): Promise<Check[]> => {
  const status = await teamStatus(machine);
  if (!status.connected) return [];
  const who = `${status.url} as ${status.name}`;
  const waits = status.waiting === 0 ? 'nothing waits to be sent' : `${status.waiting} events wait on this machine`;
  if (!status.reachable) {
    const refused = status.why?.startsWith('FORBIDDEN') === true;
    const how = refused ? `Sign in again: hone connect ${status.url}` : 'What hooks see is sent once it is back.';
    return [fail('team', `Connected to ${who}, which cannot be used (${status.why}); ${waits}.`, how)];
  }
  const { expires_at: end } = status;
  if (end !== null && Date.parse(end) - Date.parse(now) < SOON_MS) {
    return [
      warn('team', `Connected to ${who}; the credential ends at ${end}.`, `Renew it: hone connect ${status.url}`),
    ];
  }
  return [ok('team', `Connected to ${who}, which answers; ${waits}.`)];
};
