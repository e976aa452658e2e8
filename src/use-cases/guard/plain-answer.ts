import { FREES_AGENTS } from '../../domain/guard/clearance.ts';
import type { Finding } from '../../domain/guard/finding.ts';
import type { Services } from '../services.ts';

/**
 * What no answer to an agent's question needs. To let it go on, or to name a command, is what a person is asked for; to
 * set its instructions aside, to forge a turn or to hide something is not.
 */
const isForeign = ({ guard, rule }: Finding): boolean => guard === 'injection' && rule !== FREES_AGENTS;

/** The rule that a person's answer falls under when it is more than an answer; null for a plain one. */
export const foreignToAnswer = async (services: Services, answer: string): Promise<string | null> =>
  (await services.guard.inspect([{ field: 'answer', text: answer }])).find(isForeign)?.rule ?? null;
