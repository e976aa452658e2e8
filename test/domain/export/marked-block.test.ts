import { describe, expect, it } from 'vitest';
import { putMarkedBlock } from '../../../src/domain/export/marked-block.ts';

describe('putMarkedBlock', () => {
  it('adds the block behind what the file has', () => {
    const text = putMarkedBlock('# Ours\n\nHand-written.\n', '## One\n');
    expect(text).toMatch(/^# Ours\n\nHand-written\.\n\n<!-- hone:begin [^\n]*-->\n\n## One\n\n<!-- hone:end -->\n$/u);
  });

  it('replaces the block and nothing else', () => {
    const first = putMarkedBlock('before\n', '## One costs $1 and $&');
    const second = putMarkedBlock(`${first}\nafter\n`, '## Two costs $2 and $&');
    expect(second).toContain('## Two costs $2 and $&');
    expect(second).not.toContain('One');
    expect(second.startsWith('before\n\n<!-- hone:begin')).toBe(true);
    expect(second.endsWith('<!-- hone:end -->\n\nafter\n')).toBe(true);
  });

  it('changes nothing when the lessons are the same', () => {
    const first = putMarkedBlock('', '## One');
    expect(putMarkedBlock(first, '## One')).toBe(first);
  });
});
