import type { Argument, Command, Option } from 'commander';
import { examplesOf } from './command.ts';
import { pathOf } from './group.ts';

/** The whole command line as Markdown: docs/cli.md. A command's own words are the only source. */
export const describeProgram = (program: Command): string =>
  [
    '# Command line',
    '',
    '<!-- Made by `npm run docs` from the commands themselves. -->',
    '',
    program.description(),
    '',
    'Exit codes: 0 done, 1 refused or failed, 2 used wrongly. Data goes to stdout, words to stderr; with `--json` data is one line',
    'of JSON and an error is `{"error":{"code","message","hint"}}` on stderr. `NO_COLOR`, or no terminal, means plain text.',
    '',
    '## Options of every command',
    '',
    ...optionRows(program.options),
    '',
    ...program.commands.flatMap((command) => describeCommand(command, 2)),
  ].join('\n');

const describeCommand = (command: Command, depth: number): string[] => [
  `${'#'.repeat(depth)} \`${[pathOf(command), ...command.registeredArguments.map(argumentWord)].join(' ')}\``,
  '',
  sentence(command.description()),
  '',
  ...argumentRows(command.registeredArguments),
  ...(command.options.length === 0 ? [] : [...optionRows(command.options), '']),
  ...exampleLines(examplesOf(command)),
  ...command.commands.flatMap((child) => describeCommand(child, depth + 1)),
];

const argumentWord = (argument: Argument): string => {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

const argumentRows = (all: readonly Argument[]): string[] =>
  all.length === 0 ? [] : [...all.map((one) => `- \`${one.name()}\`: ${one.description}`), ''];

const optionRows = (all: readonly Option[]): string[] => [
  '| option | does |',
  '|---|---|',
  ...all.map((option) => `| \`${cell(option.flags)}\` | ${cell(optionWords(option))} |`),
];

const optionWords = (option: Option): string =>
  [
    option.description,
    option.argChoices === undefined ? '' : `: ${option.argChoices.map((choice) => `\`${choice}\``).join(', ')}`,
    option.defaultValue === undefined ? '' : ` (default: \`${String(option.defaultValue)}\`)`,
    option.mandatory ? ' (needed)' : '',
  ].join('');

const cell = (text: string): string => text.replaceAll('|', '\\|');

const exampleLines = (examples: readonly string[]): string[] =>
  examples.length === 0 ? [] : ['```sh', ...examples, '```', ''];

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
