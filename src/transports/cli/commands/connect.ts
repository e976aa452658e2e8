import { checkedTeamUrl, connectTeam, disconnectTeam, teamStatus } from '../../../use-cases/connect-team.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { fromFile } from '../content-refused.ts';
import type { CliContext } from '../context.ts';
import { childCommand } from '../group.ts';
import { readToken } from '../read-token.ts';
import { UsageError } from '../usage-error.ts';
import { connectedWords, disconnectedWords, statusWords } from '../words/team-words.ts';

interface ConnectOptions {
  readonly tokenFile?: string;
  readonly clientId?: string;
  /** False with `--no-browser`. */
  readonly browser: boolean;
  readonly status?: boolean;
}

/** `hone connect`: a developer joins their team's server. */
export const connectCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('connect', 'join a team: hooks and clients of this machine use its server')
      .argument('[url]', 'address of the server')
      .option('--token-file <file>', 'the credential that an admin gave you; - reads it from stdin')
      .option('--client-id <name>', 'the name of this program at your identity provider, where it must be told')
      .option('--no-browser', 'show the address to sign in at, and start no browser')
      .option('--status', 'show the connection, and send what waits')
      .action(async (url: string | undefined, options: ConnectOptions) => {
        if (options.status === true) return showStatus(context);
        if (url === undefined) {
          throw new UsageError(
            'The address of the server is missing.',
            'Example: hone connect https://hone.example.com',
          );
        }
        await fromFile(() => connect(context, url, options));
      }),
    'hone connect https://hone.example.com',
    'hone connect https://hone.example.com --token-file token.txt --project github.com/acme/app',
    'hone connect --status',
  );

/** `hone disconnect`: takes the machine out of the team again. */
export const disconnectCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('disconnect', "leave the team's server: hooks use your own store again").action(async () => {
      const machine = await (await context.connection()).teamMachine();
      const result = await disconnectTeam(machine);
      context.output.result({ disconnected: result.url !== null, ...result }, () =>
        disconnectedWords(context.output, result),
      );
    }),
    'hone disconnect',
  );

const connect = async (context: CliContext, given: string, options: ConnectOptions): Promise<void> => {
  const { output } = context;
  const connection = await context.connection();
  const machine = await connection.teamMachine();
  const url = checkedTeamUrl(given);
  const token = await readToken(context, { file: options.tokenFile, signsIn: () => machine.provider(url) });
  const team = await connectTeam(machine, await connection.clock(), {
    url,
    token,
    projects: context.projects.map(connection.projectNamed),
    signIn: {
      clientId: options.clientId,
      browser: options.browser,
      tell: (address, opened) =>
        output.complain(`${opened ? 'Your browser was opened. If it was not, go to:' : 'Sign in at:'}\n${address}`),
    },
  });
  const { token: _secret, version: _version, ...facts } = team;
  output.result({ connected: true, ...facts }, () => connectedWords(output, team));
};

const showStatus = async (context: CliContext): Promise<void> => {
  const status = await teamStatus(await (await context.connection()).teamMachine());
  context.output.result(status, () => statusWords(context.output, status));
  if (status.connected && !status.reachable) context.exitCode = 1;
};
