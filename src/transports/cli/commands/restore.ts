import { resolve } from 'node:path';
import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';

/** `hone restore`: a backup becomes the store, after it was verified in a new place. */
export const restoreCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('restore', 'verify a backup, and put it where the store shall lie')
      .argument('<file>', 'a file that `hone backup` made')
      .option('--key <file>', 'the audit key of the backup (default: FILE.key, else the one beside the store)')
      .option('--replace', 'put a store that lies there aside; without it, that is refused')
      .action(async (file: string, { key, replace }: { key?: string; replace?: boolean }) => {
        const connection = await context.connection();
        const restored = await connection.restore({
          file: resolve(context.folder, file),
          ...(key === undefined ? {} : { key: resolve(context.folder, key) }),
          replace: replace === true,
        });
        context.output.result(restored, () =>
          [
            `${restored.store}: ${restored.lessons} lessons, ${restored.events} events and ${restored.rows} rows verified.`,
            ...(restored.replaced === null ? [] : [`What lay there before is ${restored.replaced}.`]),
            ...(restored.ended_again.length === 0
              ? []
              : [`Tokens that had ended since are ended again: ${restored.ended_again.join(', ')}.`]),
          ].join('\n'),
        );
      }),
    'hone restore /mnt/elsewhere/hone-2026-11-24.db --store ./restored.db',
    'hone restore /mnt/elsewhere/hone-2026-11-24.db --replace',
  );
