import { fingerprint } from '../text/fingerprint.ts';

/** Branches on which many tasks are worked at: there a session is its own task. */
const SHARED = /^(?:main|master|trunk|develop|dev|head)$/iu;

/** The key of the task that a session works at: its branch, or itself where the branch tells nothing. */
export const sessionTask = (session: string, branch: string | null): string =>
  branch === null || SHARED.test(branch) ? `session ${fingerprint(session).slice(0, 16)}` : branch;
