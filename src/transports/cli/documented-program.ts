import { PassThrough } from 'node:stream';
import type { Command } from 'commander';
import { allCommands } from './all-commands.ts';
import { ProcessContext } from './context.ts';
import { createProgram } from './program.ts';

/** The program as documentation reads it: every command is there, none can run. */
export const documentedProgram = (): Command => {
  const nowhere = new PassThrough();
  const context = new ProcessContext(
    {
      stdin: nowhere,
      stdout: nowhere,
      stderr: nowhere,
      color: false,
      debug: false,
      folder: '.',
      own: { main: '', folder: '' },
      connect: () => Promise.reject(new Error('Documentation connects to nothing.')),
    },
    '',
  );
  return createProgram({ commands: allCommands, context, settle: () => {} });
};
