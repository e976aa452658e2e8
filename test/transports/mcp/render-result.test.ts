import { describe, expect, it } from 'vitest';
import { tools } from '../../../src/tools/index.ts';
import { RENDERERS, renderResult } from '../../../src/transports/mcp/render-result.ts';

describe('renderResult', () => {
  it('has words for every tool, and for nothing else', () => {
    expect(Object.keys(RENDERERS)).toEqual(tools.map(({ name }) => name));
    expect(() => renderResult('unknown', {})).toThrow();
  });
});
