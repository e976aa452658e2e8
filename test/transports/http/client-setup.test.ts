import { describe, expect, it } from 'vitest';
import { clientSetups } from '../../../src/transports/http/client-setup.ts';

const url = 'http://127.0.0.1:4663/mcp';

describe('clientSetups', () => {
  it('names the address and a place for the token for each client', () => {
    const setups = clientSetups(url);
    expect(setups.map(({ client }) => client)).toEqual(['Claude Code', 'Cursor', 'VS Code', 'Codex']);
    for (const { text } of setups) {
      expect(text).toContain(url);
      expect(text).toMatch(/HONE_TOKEN|hone-token/u);
    }
    for (const { text } of setups.slice(0, 3)) expect(() => JSON.parse(text)).not.toThrow();
  });
});
