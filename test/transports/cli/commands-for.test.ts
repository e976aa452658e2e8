import { describe, expect, it } from 'vitest';
import { allCommands } from '../../../src/transports/cli/all-commands.ts';
import { serveCommand } from '../../../src/transports/cli/commands/serve.ts';
import { commandsFor } from '../../../src/transports/cli/commands-for.ts';

describe('commandsFor', () => {
  it.each([[['serve']], [['--store', 'serve', 'serve', '--http']], [['--project', 'app', 'serve']]])(
    'loads serve alone for %s',
    async (args) => {
      expect(await commandsFor(args)).toEqual([serveCommand]);
    },
  );

  it.each([[[]], [['flag', 'serve']], [['--store', 'serve', 'recall', 'x']], [['--help']], [['srve']]])(
    'loads all for %s',
    async (args) => {
      expect(await commandsFor(args)).toBe(allCommands);
    },
  );
});
