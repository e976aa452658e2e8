import { resolve } from 'node:path';
import { backUpStore } from '../../../use-cases/back-up-store.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';

/** `hone backup`: a whole copy of the store, of one moment, verified. */
export const backupCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('backup', 'copy the whole store into a new file while others go on writing, and verify the copy')
      .argument('<file>', 'a new file; none is overwritten')
      .option(
        '--no-key',
        'leave out the audit key, without which it cannot be restored; else it is written beside as FILE.key',
      )
      .action(async (file: string, { key }: { key: boolean }) => {
        const input = { file: resolve(context.folder, file), withKey: key };
        const made = await backUpStore(await context.services(), await context.caller(), input);
        context.output.result(made, () =>
          [
            `${made.file}: ${made.bytes} bytes, ${made.events} events and ${made.rows} rows verified.`,
            made.key_file === null
              ? 'The audit key was left out: keep hone.db.key elsewhere.'
              : `The audit key is ${made.key_file}: keep it apart from the copy.`,
          ].join('\n'),
        );
      }),
    'hone backup /mnt/elsewhere/hone-2026-11-24.db',
  );
