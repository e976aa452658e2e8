import { type Command, Option } from 'commander';
import { TOKEN_ROLES, type TokenRole } from '../../../domain/token.ts';
import { tokenInput } from '../../../tools/person-input.ts';
import { createToken } from '../../../use-cases/create-token.ts';
import { listTokens } from '../../../use-cases/list-tokens.ts';
import { revokeToken } from '../../../use-cases/revoke-token.ts';
import { checked } from '../checked.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand, group } from '../group.ts';
import { createdTokenWords, tokenList } from '../words/token-words.ts';

/** `hone token`: who may call this store, as whom, and for how long. */
export const tokenCommand: CommandFactory = (context) =>
  withExamples(
    group(
      childCommand('token', 'make, list and revoke credentials'),
      [createCommand(context), listCommand(context), revokeCommand(context)],
      () => list(context),
    ),
    'hone token list',
  );

interface CreateOptions {
  readonly role: TokenRole;
  readonly for: string;
  readonly expires?: string;
}

const CREATE_EXAMPLE = 'hone token create --role reviewer --project app --for ben';

const createCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('create', 'make a token and show it, this once; the first one makes the store a team’s')
      .argument('[project...]', 'further projects that it covers; `*` is every project')
      .addOption(new Option('--role <role>', 'what it may do').choices(TOKEN_ROLES).makeOptionMandatory())
      .requiredOption('--for <name>', 'whose word it is; two tokens of one name are one person')
      .option('--expires <when>', 'its end: a duration, or a time (default: 90d)')
      .action(async (further: string[], options: CreateOptions) => {
        const connection = await context.connection();
        const named = [...context.projects, ...further];
        const given = checked(
          tokenInput,
          { name: options.for, projects: named, expires: options.expires },
          CREATE_EXAMPLE,
        );
        const { name, expires } = given;
        const created = await createToken(await context.services(), await context.caller(), {
          name,
          role: options.role,
          projects: projectsOf(given.projects, options.role, connection),
          ...(expires === undefined ? {} : { expires }),
        });
        context.output.result(created, () => createdTokenWords(context.output, created));
      }),
    CREATE_EXAMPLE,
    'hone token create --role agent --project app --project web --for ann --expires 30d --json',
    'hone token create --role member --for ben',
  );

/** Without any, the project of this folder; for a member, wherever they are one. */
const projectsOf = (
  named: readonly string[],
  role: TokenRole,
  { project, projectNamed }: { project: string; projectNamed: (name: string) => string },
): '*' | string[] => {
  if (named.includes('*') || (role === 'member' && named.length === 0)) return '*';
  return named.length === 0 ? [project] : [...new Set(named.map(projectNamed))];
};

const list = async (context: CliContext): Promise<void> => {
  const found = await listTokens(await context.services(), await context.caller());
  context.output.result(found, () => tokenList(context.output, found.items));
};

const listCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('list', 'every token, oldest first; never its secret').action(() => list(context)),
    'hone token list --json',
  );

const revokeCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('revoke', 'end a token, from the next call on and in every process')
      .argument('<id>', 'its id')
      .action(async (id: string) => {
        const ended = await revokeToken(await context.services(), await context.caller(), { token_id: id });
        context.output.result(ended, () => tokenList(context.output, [ended]));
      }),
    'hone token revoke tok_…',
  );
