import { describe, expect, it } from 'vitest';
import { tools } from '../../../src/tools/index.ts';
import { INSTRUCTIONS } from '../../../src/transports/mcp/instructions.ts';

describe('INSTRUCTIONS', () => {
  it('say what to do when within the first 512 characters, and all of it within 2 KB', () => {
    const [first = ''] = INSTRUCTIONS.split('\n');
    expect(first.length).toBeLessThanOrEqual(512);
    for (const tool of ['start_task', 'recall_lessons', 'record_correction', 'record_outcome']) {
      expect(first).toContain(tool);
    }
    expect(Buffer.byteLength(INSTRUCTIONS)).toBeLessThanOrEqual(2_048);
  });

  it('name only tools that exist', () => {
    const named =
      INSTRUCTIONS.match(/\b(?:start|recall|record|propose|request|get|intervention|lesson)_[a-z]+\b/gu) ?? [];
    const known = tools.map(({ name }) => name);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});
