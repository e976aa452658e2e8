import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putMarkedBlock, withoutMarkedBlock } from '../../../src/domain/export/marked-block.ts';

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

  it('keeps line ends, the mark at the start of a file, and blanks at its end', () => {
    const first = putMarkedBlock('\uFEFF# Ours\r\n\r\ntext  \r\n\r\n', '## One\n\nUse pnpm.');
    expect(first).toMatch(/^\uFEFF# Ours\r\n\r\ntext {2}\r\n\r\n<!-- hone:begin[^\n]*-->\r\n\r\n## One\r\n\r\nUse/u);
    expect(first.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(putMarkedBlock(first, '## One\n\nUse pnpm.')).toBe(first);
  });

  it('takes marks inside an example for text', () => {
    const file = '```html\n<!-- hone:begin x -->\nours\n<!-- hone:end -->\n```\n';
    const text = putMarkedBlock(file, '## One');
    expect(text.startsWith(`${file}\n<!-- hone:begin`)).toBe(true);
    expect(withoutMarkedBlock(text)).toBe(`${file}\n\n`);
  });

  it('is not ended by a line of a lesson', () => {
    const lessons = '## One\n\n```\n<!-- hone:end -->\n```';
    const first = putMarkedBlock('# Ours\n', lessons);
    expect(putMarkedBlock(`${first}theirs\n`, '## Two')).toBe(`${putMarkedBlock('# Ours\n', '## Two')}theirs\n`);
  });

  it('empties an old block, and makes no new one, without lessons', () => {
    expect(putMarkedBlock('# Ours\n', '')).toBe('# Ours\n');
    expect(putMarkedBlock(putMarkedBlock('# Ours\n', '## One'), '')).toMatch(/-->\n\n<!-- hone:end -->\n$/u);
  });

  it('leaves a file alone whose block never ends', () => {
    expect(() => putMarkedBlock('<!-- hone:begin -->\n\n## One\n\nours\n', '## Two')).toThrow('without its `hone:end`');
  });

  it('keeps every byte outside, and is the same the second time, whatever the file', () => {
    const line = fc.oneof(
      fc.constantFrom('', '# h', '```', '~~~~', '---', 'text  ', '<!-- x -->', '  <!-- hone:begin -->', '- item'),
      fc.string({ maxLength: 30 }),
    );
    const file = fc
      .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([lines, eol, ends]) => lines.join(eol) + (ends ? eol : ''))
      .filter((text) => !/^\uFEFF?<!-- hone:begin/mu.test(text));
    const lessons = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => `## L\n\n${lines.join('\n')}`);
    fc.assert(
      fc.property(file, file, lessons, lessons, (before, after, first, second) => {
        // A fence that the file leaves open takes in all that follows, marks too.
        fc.pre(!/^ {0,3}(?:```|~~~)/mu.test(before));
        const added = putMarkedBlock(before, first);
        expect(added.startsWith(before)).toBe(true);
        const whole = added + after;
        const changed = putMarkedBlock(whole, second);
        expect(withoutMarkedBlock(changed)).toBe(withoutMarkedBlock(whole));
        expect(putMarkedBlock(changed, second)).toBe(changed);
      }),
    );
  });
});
