import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressBar } from '../../../src/transports/cli/progress-bar.ts';

describe('progressBar', () => {
  it('draws nothing where there is no terminal, and hands the lines on', () => {
    const stream = new PassThrough();
    const lines: string[] = [];
    const progress = progressBar(stream, 'importing', (words) => lines.push(words));
    progress.update(1, 2);
    progress.line('a line');
    progress.stop();
    expect(stream.read()).toBeNull();
    expect(lines).toEqual(['a line']);
  });
});
