import { type Command, Option } from 'commander';
import { MEMBER_ROLES, type MemberRole } from '../../../domain/membership.ts';
import { listProjects, type ProjectRow, showProject } from '../../../use-cases/projects/list-projects.ts';
import { setMember } from '../../../use-cases/projects/set-member.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand, group } from '../group.ts';
import type { Output } from '../output.ts';

/** `hone project`: what there is to see, and who belongs to it. */
export const projectCommand: CommandFactory = (context) =>
  withExamples(
    group(
      childCommand('project', 'the projects that you may see, and who belongs to them'),
      [
        listCommand(context),
        showCommand(context),
        membersCommand(context),
        addCommand(context),
        removeCommand(context),
      ],
      () => list(context),
    ),
    'hone project list',
  );

const list = async (context: CliContext): Promise<void> => {
  const found = await listProjects(await context.services(), await context.caller());
  context.output.result(found, () => found.items.map((row) => rowWords(context.output, row)).join('\n'));
};

const rowWords = (output: Output, row: ProjectRow): string =>
  `${output.paint.bold(output.show(row.project))}  ${row.served} of ${row.lessons} lessons serve, ${row.waiting} wait, ${row.runs} runs, ${row.checkpoints} questions  ${output.paint.dim(row.roles.at(-1) ?? 'reader')}`;

const listCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('list', 'every project that you may see, with what waits there and your role').action(() =>
      list(context),
    ),
    'hone project list --json',
  );

const show = (context: CliContext, of: 'all' | 'members') => async (): Promise<void> => {
  const { output } = context;
  const found = await showProject(await context.services(), await context.caller(), {});
  const members = found.members.map(({ name, role }) => `  ${output.show(name)}  ${role}`);
  const value = of === 'all' ? found : { items: found.members, total: found.members.length };
  output.result(value, () => [...(of === 'all' ? [rowWords(output, found)] : []), ...members].join('\n'));
};

const showCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('show', 'this project, or the one named with --project').action(show(context, 'all')),
    'hone project show --project github.com/acme/app',
  );

const membersCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('members', 'who belongs to the project, and as what').action(show(context, 'members')),
    'hone project members --json',
  );

const addCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('add', 'make somebody a member of the project, or give them another role')
      .argument('<name>', 'as in `hone token create --role member --for NAME`')
      .addOption(new Option('--role <role>', 'what they may do here').choices(MEMBER_ROLES).makeOptionMandatory())
      .action(async (name: string, { role }: { role: MemberRole }) => {
        const set = await setMember(await context.services(), await context.caller(), { name, role });
        context.output.result(set, () => `${context.output.show(name)}  ${role}  ${context.output.show(set.project)}`);
      }),
    'hone project add ben --role reviewer --project github.com/acme/app',
  );

const removeCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('remove', 'take somebody out of the project, from their next call on')
      .argument('<name>', 'their name')
      .action(async (name: string) => {
        const set = await setMember(await context.services(), await context.caller(), { name, role: null });
        context.output.result(
          set,
          () => `${context.output.show(name)}  no member of ${context.output.show(set.project)}`,
        );
      }),
    'hone project remove ben',
  );
