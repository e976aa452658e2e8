import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { childCommand, group, pathOf } from '../../../src/transports/cli/group.ts';
import { UsageError } from '../../../src/transports/cli/usage-error.ts';

const build = () => {
  const ran: string[] = [];
  const accept = childCommand('accept', 'accept one').action(() => {
    ran.push('accept');
  });
  const review = group(childCommand('review', 'decide'), [accept, childCommand('reject', 'reject one')], () => {
    ran.push('alone');
  });
  const program = new Command('hone').addCommand(review).exitOverride();
  return { ran, accept, run: (...args: string[]) => program.parseAsync(args, { from: 'user' }) };
};

describe('group', () => {
  it('does its own work alone, and lets its commands do theirs', async () => {
    const { ran, run } = build();
    await run('review');
    await run('review', 'accept');
    expect(ran).toEqual(['alone', 'accept']);
  });

  it('refuses a word that is none of its commands, and names the closest', async () => {
    const { ran, run } = build();
    const refusal = await run('review', 'acept', 'les_1').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect(refusal).toMatchObject({ hint: 'Did you mean `hone review accept`? Allowed: accept, reject.' });
    expect(ran).toEqual([]);
  });

  it('guesses nothing when nothing is close', async () => {
    const refusal = await build()
      .run('review', 'xylophone')
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ hint: 'Allowed: accept, reject.' });
  });
});

describe('pathOf', () => {
  it('is what one types', () => {
    expect(pathOf(build().accept)).toBe('hone review accept');
  });
});
