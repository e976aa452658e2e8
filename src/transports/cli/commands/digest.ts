import { HoneError } from '../../../domain/error.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand } from '../group.ts';

interface DigestOptions {
  readonly since?: string;
  readonly send?: boolean;
}

/** `hone digest`: what happened lately and what waits, in a few lines. */
export const digestCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('digest', 'say in a few lines what happened lately and what waits for people')
      .option('--since <start>', 'days back from now, such as 7d, or a time (default: 1d)')
      .option('--send', 'bring it to HONE_WEBHOOK_URL and HONE_SLACK_WEBHOOK_URL, once a day')
      .action((options: DigestOptions) => digest(context, options)),
    'hone digest --since 7d',
    'hone digest --send',
  );

const digest = async (context: CliContext, { since, send }: DigestOptions): Promise<void> => {
  // Loaded here: the statistics take longer to load than most commands take in all.
  const { dailyDigest } = await import('../../../use-cases/daily-digest.ts');
  const { digestText } = await import('../../../use-cases/notices/digest-text.ts');
  const services = await context.services();
  if (send === true && services.messengers.length === 0) throw nowhere();
  const found = await dailyDigest(services, await context.caller(), since === undefined ? {} : { since });
  const words = (): string =>
    `${found.project}, ${found.from.slice(0, 16)} to ${found.to.slice(0, 16)} UTC\n${digestText(found)}`;
  if (send !== true) return context.output.result(found, words);
  const { sendDigest } = await import('../../../use-cases/notices/send-digest.ts');
  const sent = await sendDigest(services, found);
  if (sent.failed > 0) context.exitCode = 1;
  context.output.note(sentWords(sent));
  context.output.result({ ...found, ...sent }, words);
};

const sentWords = ({ sent, failed }: { sent: number; failed: number }): string => {
  if (failed > 0) return `Not delivered: ${failed} failed. A running server tries again; \`hone doctor\` says why.`;
  return sent === 0 ? "Today's digest was sent before; it is told once a day." : `Sent to ${sent}.`;
};

const nowhere = (): HoneError =>
  new HoneError(
    'INVALID_INPUT',
    'There is nowhere to send it: neither HONE_WEBHOOK_URL nor HONE_SLACK_WEBHOOK_URL is set.',
    'Example: HONE_WEBHOOK_URL=https://hooks.example.com/hone HONE_WEBHOOK_SECRET=… hone digest --send',
  );
