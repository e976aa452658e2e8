import { commandsFor } from './commands-for.ts';
import type { CliHost } from './context.ts';
import { ProcessContext } from './context.ts';
import { createProgram } from './program.ts';
import { reportError } from './report-error.ts';

/**
 * Runs one command.
 *
 * @returns the exit code: 0 done, 1 refused or failed, 2 used wrongly.
 */
export const runCommandLine = async (args: readonly string[], version: string, host: CliHost): Promise<0 | 1 | 2> => {
  const context = new ProcessContext(host, version);
  // An argument that commander refuses is refused before the flags are known: the answer's form cannot wait for them.
  context.output.json = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined).includes('--json');
  const program = createProgram({
    commands: await commandsFor(args),
    context,
    settle: (flags, verb) => context.settle(flags, verb),
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return context.exitCode;
  } catch (error) {
    await context.noteDenial(error);
    return reportError(error, context.output, host.debug);
  } finally {
    await context.close();
  }
};
