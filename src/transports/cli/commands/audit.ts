import type { Command } from 'commander';
import { anchorAudit } from '../../../use-cases/anchor-audit.ts';
import { purgeLesson } from '../../../use-cases/purge-lesson.ts';
import { quarantineWritten } from '../../../use-cases/quarantine-written.ts';
import { readAudit } from '../../../use-cases/read-audit.ts';
import { verifyAudit } from '../../../use-cases/verify-audit.ts';
import { whoReceived } from '../../../use-cases/who-received.ts';
import { appendAnchor, readAnchors } from '../anchor-file.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand, group } from '../group.ts';
import { wholeNumber } from '../numbers.ts';
import { auditList, purgeWords, quarantineWords, receiverList, verifyWords } from '../words/audit-words.ts';

/** `hone audit`: who changed what, whether anybody changed anything else, and what to do about it. */
export const auditCommand: CommandFactory = (context) =>
  withExamples(
    group(
      childCommand('audit', 'verify and read the trail; take back what somebody wrote'),
      [
        verifyCommand(context),
        logCommand(context),
        receivedCommand(context),
        quarantineCommand(context),
        anchorCommand(context),
        purgeCommand(context),
      ],
      () => log(context, { limit: DEFAULT_LIMIT }),
    ),
    'hone audit verify',
  );

const DEFAULT_LIMIT = 20;

const verifyCommand = (context: CliContext): Command =>
  withExamples(
    childCommand(
      'verify',
      'follow every chain of events, and compare every row with it; exit 1 when something does not fit',
    )
      .option('--anchor <file>', 'heads that `hone audit anchor` wrote; `-` reads them from stdin')
      .action(async ({ anchor }: { anchor?: string }) => {
        const outside = anchor === undefined ? [] : await readAnchors(context, anchor);
        const report = await verifyAudit(await context.services(), await context.caller(), { outside });
        context.output.result(report, () => verifyWords(context.output, report));
        if (!report.ok) context.exitCode = 1;
      }),
    'hone audit verify --anchor /mnt/elsewhere/hone-heads.jsonl',
  );

interface LogOptions {
  readonly by?: string;
  readonly since?: string;
  readonly limit?: number;
}

const log = async (context: CliContext, options: LogOptions): Promise<void> => {
  const found = await readAudit(await context.services(), await context.caller(), options);
  context.output.result(found, () => auditList(context.output, found.items, found.total));
};

const logCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('log', 'the events of the project and of the store itself, oldest first')
      .option('--by <token or name>', 'only what they did')
      .option('--since <when>', 'only since then: a number of days (30d) or a time')
      .option('--limit <number>', 'only the newest so many', wholeNumber(1))
      .action((options: LogOptions) => log(context, options)),
    'hone audit log --by tok_… --since 7d',
  );

const receivedCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('who-received', 'every run that was shown a lesson, newest first')
      .argument('<id>', 'the id of the lesson')
      .action(async (id: string) => {
        const found = await whoReceived(await context.services(), await context.caller(), { lesson_id: id });
        context.output.result(found, () => receiverList(context.output, found.items));
      }),
    'hone audit who-received les_…',
  );

interface QuarantineOptions {
  readonly by?: string;
  readonly since?: string;
  readonly until?: string;
  readonly reason?: string;
}

const quarantineCommand = (context: CliContext): Command =>
  withExamples(
    childCommand(
      'quarantine',
      'roll back what a token or a period wrote: hold its lessons and those it let through, take back its votes and evidence',
    )
      .option('--by <token or name>', 'whose lessons, in every project')
      .option('--since <when>', 'written since then: a number of days (30d) or a time')
      .option('--until <when>', 'with --since: and before this time')
      .option('--reason <text>', 'why')
      .action(async (options: QuarantineOptions) => {
        const held = await quarantineWritten(await context.services(), await context.caller(), options);
        context.output.result(held, () => quarantineWords(context.output, held));
      }),
    'hone audit quarantine --by tok_…',
    'hone audit quarantine --since 2026-11-01T00:00:00Z --reason "the CI machine was broken into"',
  );

const anchorCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('anchor', 'the newest link of each chain, to be kept where nobody who writes the store can write')
      .argument('[file]', 'appended to this file; without one it is printed')
      .action(async (file: string | undefined) => {
        const anchor = await anchorAudit(await context.services(), await context.caller());
        if (file !== undefined) await appendAnchor(context.folder, file, anchor);
        context.output.result(anchor, () => JSON.stringify(anchor));
      }),
    'hone audit anchor /mnt/elsewhere/hone-heads.jsonl',
    'hone audit anchor | git notes --ref=hone-audit append -F -',
  );

const purgeCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('purge', 'take the words of a lesson away for good: a secret, or a person’s data, is in them')
      .argument('<id>', 'the id of the lesson')
      .requiredOption('--reason <text>', 'why')
      .action(async (id: string, { reason }: { reason: string }) => {
        const input = { lesson_id: id, reason };
        const purged = await purgeLesson(await context.services(), await context.caller(), input);
        context.output.result(purged, () => purgeWords(context.output, purged));
      }),
    'hone audit purge les_… --reason "a token was in it"',
  );
