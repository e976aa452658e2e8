import { Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { withExamples } from '../../../src/transports/cli/command.ts';
import { describeProgram } from '../../../src/transports/cli/describe-program.ts';

describe('describeProgram', () => {
  const program = new Command('hone').description('Memory.').option('--json', 'as JSON');
  const child = new Command('runs').description('list runs').addCommand(
    withExamples(
      new Command('show')
        .description('show one')
        .argument('<run>', 'its id')
        .addOption(new Option('--kind <kind>', 'how').choices(['a', 'b']).makeOptionMandatory())
        .option('--part <a|b>', 'which'),
      'hone runs show APP-7',
    ),
  );
  const text = describeProgram(program.addCommand(child));

  it('has a heading for each command, below that of its group', () => {
    expect(text.match(/^#+ .*/gmu)).toEqual([
      '# Command line',
      '## Options of every command',
      '## `hone runs`',
      '### `hone runs show <run>`',
    ]);
  });

  it('has arguments, options with their choices, and examples', () => {
    expect(text).toContain('- `run`: its id');
    expect(text).toContain('| `--kind <kind>` | how: `a`, `b` (needed) |');
    expect(text).toContain('| `--part <a\\|b>` | which |');
    expect(text).toContain('```sh\nhone runs show APP-7\n```');
  });
});
