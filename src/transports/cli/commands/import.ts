import { Option } from 'commander';
import { FILE_FORMATS } from '../../../domain/import/file-format.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';
import type { ImportOptions } from '../import-named.ts';

/** `hone import`: what a team already wrote becomes proposals; events become history. */
export const importCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('import', 'bring in lessons or history from a file')
      .argument(
        '<file>',
        'lessons in Markdown or a folder of them, a bundle, review comments of GitHub, or events as JSON lines',
      )
      .addOption(
        new Option('--format <format>', 'what the file holds').choices(['auto', ...FILE_FORMATS]).default('auto'),
      )
      .option('--accept-as <name>', 'approve all lessons in this name: they serve at once')
      .option('--organisation', 'propose the lessons for every project; two people accept each')
      .option('--dry-run', 'show what would change')
      .option('--keep-going', 'keep the rest where a part is refused')
      .action(async (file: string, options: ImportOptions) => {
        const { importNamed } = await import('../import-named.ts');
        await importNamed(context, file, options);
      }),
    'hone import tasks/lessons.md --dry-run',
    'hone import .cursor/rules',
    'hone import lessons.json --accept-as ann',
    'gh api --paginate repos/OWNER/REPO/pulls/comments > reviews.json && hone import reviews.json',
  );
