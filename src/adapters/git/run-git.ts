import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT_MS = 2_000;
const LARGEST_OUTPUT = 256 * 1024 * 1024;

/** What git prints. Rejects when git is absent, refuses or takes too long. */
export const runGit = async (folder: string, args: readonly string[], timeout = TIMEOUT_MS): Promise<string> => {
  const options = { env: safeEnvironment(), timeout, maxBuffer: LARGEST_OUTPUT };
  const { stdout } = await run('git', ['-C', folder, ...args], options);
  return stdout;
};

const KEPT = ['PATH', 'HOME', 'USERPROFILE', 'XDG_CONFIG_HOME', 'SystemRoot'] as const;

/** Only what git needs to find its user's settings: no variable of the caller's can make it run or read something else. */
const safeEnvironment = (): Record<string, string> => ({
  ...Object.fromEntries(
    KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] as string]])),
  ),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
});
