import { RateLimited, type RateLimitName } from '../domain/rate-limit.ts';
import type { Caller, Services } from './services.ts';

export interface LimitedCall {
  readonly verb: string;
  readonly reads: boolean;
}

/**
 * Counts a call against what its token, its person and its project may do. Who presents no token is the user of the machine,
 * and is not counted.
 *
 * @throws RateLimited
 */
export const withinLimits = async (
  { limits }: Pick<Services, 'limits'>,
  { principal, project }: Caller,
  { verb, reads }: LimitedCall,
): Promise<void> => {
  if (principal.credential === undefined) return;
  const kind = reads ? 'read' : 'write';
  const counted: (readonly [RateLimitName, string])[] = [
    [kind, principal.credential],
    [`project_${kind}`, project],
  ];
  if (verb === 'propose_lesson' && principal.kind === 'agent') {
    counted.push(['proposal', principal.name], ['project_proposal', project]);
  }
  for (const [name, who] of counted) {
    const waitMs = await limits.count(name, who);
    if (waitMs !== null) throw new RateLimited(name, waitMs);
  }
};
