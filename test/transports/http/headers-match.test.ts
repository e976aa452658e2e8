import { describe, expect, it } from 'vitest';
import { headersMatch } from '../../../src/transports/http/headers-match.ts';

const CALL = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'propose_lesson', arguments: {} } };
const match = (body: unknown, headers: Record<string, string>): boolean => headersMatch(body, (name) => headers[name]);

describe('headers that name a call', () => {
  it('may be absent', () => {
    expect(match(CALL, {})).toBe(true);
    expect(match(undefined, {})).toBe(true);
  });

  it('say what the body says', () => {
    expect(match(CALL, { 'mcp-method': 'tools/call', 'mcp-name': 'propose_lesson' })).toBe(true);
    expect(match({ method: 'resources/read', params: { uri: 'lesson://x' } }, { 'mcp-name': 'lesson://x' })).toBe(true);
  });

  it('never say anything else', () => {
    expect(match(CALL, { 'mcp-method': 'ping' })).toBe(false);
    expect(match(CALL, { 'mcp-name': 'get_lesson' })).toBe(false);
    expect(match({ method: 'ping' }, { 'mcp-method': 'ping', 'mcp-name': 'x' })).toBe(false);
    expect(match([CALL], { 'mcp-method': 'tools/call' })).toBe(false);
  });

  it('are left to the SDK where the protocol requires them', () => {
    const meta = { 'io.modelcontextprotocol/protocolVersion': '2026-07-28' };
    expect(match({ ...CALL, params: { ...CALL.params, _meta: meta } }, { 'mcp-method': 'ping' })).toBe(true);
  });
});
