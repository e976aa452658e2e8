import { type Command, InvalidArgumentError } from 'commander';
import { OVERRIDE_MEANS, OVERRIDES, type OverrideName } from '../../../domain/override.ts';
import { clearOverride } from '../../../use-cases/override/clear-override.ts';
import { setOverride } from '../../../use-cases/override/set-override.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand, group } from '../group.ts';
import { overrideList } from '../words/override-words.ts';

/** `hone override`: what an operator switches off for a while. */
export const overrideCommand: CommandFactory = (context) =>
  withExamples(
    group(
      childCommand('override', 'switch something off in every running server, for a while'),
      [setCommand(context), listCommand(context), clearCommand(context)],
      () => list(context),
    ),
    'hone override list',
  );

const MEANINGS = OVERRIDES.map((name) => `${name}: ${OVERRIDE_MEANS[name]}`).join('; ');

const nameOf = (word: string): OverrideName => {
  const found = OVERRIDES.find((name) => name === word);
  if (found === undefined) throw new InvalidArgumentError(`Allowed: ${OVERRIDES.join(', ')}.`);
  return found;
};

/** `delivery=off`. */
const collectSwitch = (word: string, earlier: readonly OverrideName[] | undefined): OverrideName[] => {
  const [name = '', value, ...rest] = word.split('=');
  if (value !== 'off' || rest.length > 0)
    throw new InvalidArgumentError(`Write NAME=off; NAME is ${OVERRIDES.join(', ')}.`);
  return [...(earlier ?? []), nameOf(name)];
};

const collectName = (word: string, earlier: readonly OverrideName[] | undefined): OverrideName[] => [
  ...(earlier ?? []),
  nameOf(word),
];

const setCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('set', `switch off until the time is over (${MEANINGS})`)
      .argument('<name=off...>', 'what', collectSwitch)
      .requiredOption('--for <duration>', 'how long: 30m, 2h, 1d; at most 7d')
      .requiredOption('--reason <text>', 'why')
      .action(async (names: OverrideName[], options: { for: string; reason: string }) => {
        const found = await setOverride(await context.services(), await context.caller(), { names, ...options });
        context.output.result(found, () => overrideList(context.output, found.items));
      }),
    'hone override set delivery=off --for 2h --reason "a bad lesson is being looked for"',
  );

const list = async (context: CliContext): Promise<void> => {
  const services = await context.services();
  const items = await services.stores.overrides.active(services.clock.now());
  context.output.result({ items, total: items.length }, () => overrideList(context.output, items));
};

const listCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('list', 'what is off, and until when').action(() => list(context)),
    'hone override list --json',
  );

const clearCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('clear', 'switch on again before the time is over')
      .argument('[name...]', 'what; without a name, everything', collectName)
      .action(async (names: OverrideName[] | undefined) => {
        const input = { names: names ?? [] };
        const found = await clearOverride(await context.services(), await context.caller(), input);
        context.output.result(found, () => overrideList(context.output, found.items));
      }),
    'hone override clear delivery',
  );
