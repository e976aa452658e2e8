import type { StartCheck } from '../../domain/client-setup.ts';

const PATIENCE_MS = 10_000;

/** Says hello to a server at an address as a client would, and asks for the tools. */
export const checkRemote = async ({ url, token }: { url: string; token: string }): Promise<StartCheck> => {
  const started = performance.now();
  const failed = (detail: string): StartCheck => ({ ok: false, detail, ms: null });
  const ask = async (id: number, method: string, params: object): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        'MCP-Protocol-Version': VERSION,
      },
      body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
    });
  try {
    const hello = await ask(1, 'initialize', HELLO);
    if (hello.status === 401 || hello.status === 403) return failed('the server does not take the token');
    if (!hello.ok) return failed(`the server answers with ${hello.status}`);
    await hello.text();
    const tools = toolsIn(await (await ask(2, 'tools/list', {})).text());
    const ms = Math.round(performance.now() - started);
    return tools === 0
      ? { ok: false, detail: 'it lists no tools', ms }
      : { ok: true, detail: `it lists ${tools} tools after ${ms} ms`, ms };
  } catch {
    return failed('the server cannot be reached');
  }
};

const VERSION = '2025-06-18';
const HELLO = { protocolVersion: VERSION, capabilities: {}, clientInfo: { name: 'hone-init', version: '1' } };

/** The answer is JSON, or the last event of a stream. */
const toolsIn = (text: string): number => {
  const event = [...text.matchAll(/^data: ?(.*)$/gmu)].at(-1)?.[1];
  const { result } = JSON.parse(event ?? text) as { result?: { tools?: readonly unknown[] } };
  return result?.tools?.length ?? 0;
};
