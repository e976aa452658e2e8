import { Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { withExamples } from '../../../src/transports/cli/command.ts';
import { misuse } from '../../../src/transports/cli/misuse.ts';

const refused = (message: string) => new CommanderError(1, 'commander.any', message);

describe('misuse', () => {
  it('turns what commander says into what to do', () => {
    const command = withExamples(new Command('flag'), 'flag "x" --when "y"');
    expect(misuse(refused("error: unknown option '--wen'\n(Did you mean --when?)"), command)).toMatchObject({
      code: 'INVALID_INPUT',
      message: "Unknown option '--wen'.",
      hint: 'Did you mean --when? `flag --help` shows all that is allowed. Example: flag "x" --when "y"',
    });
  });

  it('shows nothing of what was typed that a terminal would obey', () => {
    const { message } = misuse(refused("error: unknown option '--\u001b[31mx'"), new Command('flag'));
    expect(message).toBe("Unknown option '--x'.");
  });
});
