import { SETUP_CLIENTS, SETUP_SCOPES, type SetupClient, type SetupScope } from '../../../domain/client-setup.ts';
import { type SetUpClientsInput, setUpClients } from '../../../use-cases/set-up-clients.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';
import { oneOf } from '../one-of.ts';
import { initJson, initWords } from '../words/init-words.ts';

interface InitOptions {
  readonly client: SetupClient[];
  readonly scope: SetupScope;
  readonly withPlugin?: boolean;
  readonly dryRun?: boolean;
  readonly uninstall?: boolean;
}

/** `hone init`: from then on lessons arrive and corrections are caught, in the client that a developer already uses. */
export const initCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('init', 'set up your agent clients: MCP server and hooks, with everything else in their files kept')
      .option(
        '--client <name>',
        `one of ${SETUP_CLIENTS.join(', ')} (repeatable; default: all that are found)`,
        (value: string, before: SetupClient[]) => [...before, oneOf(SETUP_CLIENTS)(value)],
        [],
      )
      .option(
        '--scope <scope>',
        'user: for you, in every repository; project: in this repository, for everyone',
        oneOf(SETUP_SCOPES),
        'user',
      )
      .option('--with-plugin', 'for opencode: also the plugin that adds lessons to prompts')
      .option('--dry-run', 'show what would change, change nothing')
      .option('--uninstall', 'take Hone out again; what was there before comes back byte for byte')
      .action(async (options: InitOptions) => {
        const { clientSetups } = await context.connection();
        const input: SetUpClientsInput = {
          clients: [...new Set(options.client)],
          scope: options.scope,
          extras: options.withPlugin === true || options.uninstall === true,
          dryRun: options.dryRun === true,
          remove: options.uninstall === true,
        };
        const result = await setUpClients(await clientSetups(), input);
        context.output.result(initJson(input, result), () => initWords(context.output, input, result));
        if (result.refused.length > 0 || result.check?.ok === false) context.exitCode = 1;
      }),
    'hone init',
    'hone init --client codex --dry-run',
    'hone init --uninstall',
  );
