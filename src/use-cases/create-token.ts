import { parseDuration } from '../domain/duration.ts';
import { HoneError } from '../domain/error.ts';
import type { Id, Time } from '../domain/ids.ts';
import { ORGANISATION } from '../domain/organisation.ts';
import { parseTime } from '../domain/parse-time.ts';
import type { Principal } from '../domain/principal.ts';
import type { TokenRole } from '../domain/token.ts';
import { refuseSecrets } from './guard/screen-input.ts';
import { requireRole } from './require-role.ts';
import type { Caller, Services } from './services.ts';
import { signed } from './signed.ts';

export interface CreateTokenInput {
  /** Whose word it will be. */
  readonly name: string;
  readonly role: TokenRole;
  readonly projects: Principal['projects'];
  /** `90d`, `12h`, or a time; default 90 days. */
  readonly expires?: string;
}

export interface CreatedToken {
  readonly id: Id;
  /** The secret: this is the only time it is told. */
  readonly token: string;
  readonly for: string;
  readonly role: TokenRole;
  readonly projects: Principal['projects'];
  readonly expires_at: Time;
}

const DAY_MS = 86_400_000;
const DEFAULT_EXPIRES = '90d';
const LONGEST_DAYS = 366;

/**
 * Makes a credential. From the first one on the store is a team's: nobody has every role by being on this machine.
 *
 * @throws HoneError FORBIDDEN for anyone but an admin; INVALID_INPUT for an end that is no time to come within 366 days.
 */
export const createToken = async (
  services: Services,
  caller: Caller,
  input: CreateTokenInput,
): Promise<CreatedToken> => {
  const acting = requireRole(caller, 'make a token', 'admin');
  const now = services.clock.now();
  const expires_at = endOf(input.expires ?? DEFAULT_EXPIRES, now);
  const { secret, hash } = services.credentials.issue();
  const { name, role, projects } = input;
  if (projects !== '*' && projects.includes(ORGANISATION)) throw noProject();
  await refuseSecrets(services, { for: name, projects });
  const token_id = services.ids.next('token');
  await signed(services, caller, 'create token', acting).unitOfWork.write(({ directory }) =>
    directory.addToken(
      { token_id, name, role, projects, created_at: now, created_by: caller.principal.name, expires_at },
      hash,
    ),
  );
  return { id: token_id, token: secret, for: name, role, projects, expires_at };
};

const noProject = (): HoneError =>
  new HoneError(
    'INVALID_INPUT',
    'The organisation is no project, and no token is for it.',
    'Its lessons reach every project; reviewers and leads of any project judge them.',
  );

const endOf = (expires: string, now: Time): Time => {
  const start = Date.parse(now);
  const duration = parseDuration(expires);
  const end = duration === null ? Date.parse(parseTime(expires) ?? '') : start + duration;
  if (!(end > start && end <= start + LONGEST_DAYS * DAY_MS)) {
    throw new HoneError(
      'INVALID_INPUT',
      'The end of a token is not a time to come, or lies too far ahead.',
      `At most ${LONGEST_DAYS} days. Example: --expires 90d, or --expires 2027-01-31T00:00:00Z`,
    );
  }
  return new Date(end).toISOString();
};
