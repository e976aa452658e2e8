import { describe, expect, it } from 'vitest';
import { mdastReader } from '../../../src/adapters/markdown/mdast-reader.ts';
import { isField, isWholeLesson, splitItems, splitLead } from '../../../src/domain/import/list-items.ts';

const split = async (text: string) => splitItems((await mdastReader.outline(text)).sections[0]?.lines ?? []);

describe('splitItems', () => {
  it('gives each item its own lines, without marker and indentation', async () => {
    const { outside, items } = await split(
      'Before.\n\n- one\n  more\n\n  ```\n  code\n  ```\n1. two\n   - deep\n\nAfter.\n',
    );
    expect(items.map((item) => item.lines.map((line) => line.text.trimEnd()).join('|'))).toEqual([
      'one|more||```|code|```',
      'two|- deep|',
    ]);
    expect(items.map((item) => item.line)).toEqual([3, 9]);
    expect(outside.map((line) => line.text).filter((text) => text !== '')).toEqual(['Before.', 'After.']);
  });

  it('tells fields of one lesson from whole lessons', async () => {
    const fields = await split('- When: a\n- Rule: b\n');
    expect(fields.items.map(isField)).toEqual([true, true]);
    expect(fields.items.some(isWholeLesson)).toBe(false);
    const whole = await split('- **When:** a\n  - Rule: b\n');
    expect(whole.items.map(isWholeLesson)).toEqual([true]);
  });

  it('takes a bold beginning as the heading of an item', async () => {
    const { items } = await split('- **Dates.** Keep UTC.\n- **All of it**\n- plain\n');
    expect(items.map((item) => splitLead(item).heading?.title)).toEqual(['Dates.', undefined, undefined]);
  });
});
