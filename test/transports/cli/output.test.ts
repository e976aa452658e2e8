import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { TerminalOutput } from '../../../src/transports/cli/output.ts';

const open = (settings: { color?: boolean; json?: boolean } = {}) => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const output = new TerminalOutput({ stdout, stderr, color: settings.color ?? false });
  output.json = settings.json ?? false;
  return { output, written: () => ({ stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') }) };
};

describe('TerminalOutput', () => {
  it('writes data to stdout, words to stderr', () => {
    const { output, written } = open();
    output.result({ a: 1 }, () => 'one');
    output.note('by the way');
    expect(written()).toEqual({ stdout: 'one\n', stderr: 'by the way\n' });
  });

  it('writes one line of JSON and no notes with --json', () => {
    const { output, written } = open({ json: true });
    output.result({ a: 'x\ny' }, () => 'one');
    output.note('by the way');
    output.complain('but');
    expect(written()).toEqual({ stdout: '{"a":"x\\ny"}\n', stderr: 'but\n' });
  });

  it('paints only where it may', () => {
    expect(open().output.paint.red('x')).toBe('x');
    expect(open({ color: true }).output.paint.red('x')).toBe('\u001b[31mx\u001b[39m');
  });

  it('shows stored text on one line and harmless', () => {
    expect(open().output.show('a\n\n b\u001b[2J\r c')).toBe('a b c');
  });
});
