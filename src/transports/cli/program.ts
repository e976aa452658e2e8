import { Command } from 'commander';
import type { CommandFactory } from './command.ts';
import { withExamples } from './command.ts';
import type { CliContext, GlobalFlags } from './context.ts';
import { group, pathOf } from './group.ts';
import { misuse } from './misuse.ts';
import { welcome } from './words/welcome.ts';

export interface ProgramSettings {
  readonly commands: readonly CommandFactory[];
  readonly context: CliContext;
  /** Called with the global flags before a command's action. */
  readonly settle: (flags: GlobalFlags, verb: string) => void;
}

/** The whole command line, described. Nothing runs before it is given arguments. */
export const createProgram = ({ commands, context, settle }: ProgramSettings): Command => {
  const projects: string[] = [];
  const program = new Command('hone')
    .description('Team memory of coding agents: what a human corrected once, no agent gets wrong again.')
    .version(context.version)
    .helpCommand('help [command]', 'show what a command takes')
    .option('--store <path>', 'file of the store (HONE_STORE; default: in the data folder of this user)')
    .option(
      '--project <name>',
      'project (HONE_PROJECT; default: the git remote of this folder, else its name)',
      (name) => {
        projects.push(name);
        return name;
      },
    )
    .option('--model <folder>', 'local sentence embedder in ONNX form (HONE_MODEL; default: the one that ships)')
    .option('--json', 'answer with one line of JSON on stdout')
    .hook('preAction', (_program, action) => settle({ ...program.opts<GlobalFlags>(), projects }, pathOf(action)));
  group(
    program,
    commands.map((create) => create(context)),
    () =>
      context.output.result({ version: context.version, try: welcome.commands.map(([line]) => line) }, () =>
        welcome.words(context.output),
      ),
  );
  withExamples(program, ...welcome.commands.map(([line]) => line));
  settings(program, context);
  return program;
};

/** What commander keeps a command by itself and must be said to each. */
const settings = (command: Command, context: CliContext): void => {
  command
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : misuse(error, command);
    })
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: (text) => context.output.text(text), writeErr: () => {} });
  for (const child of command.commands) settings(child, context);
};
