import type { Readable, Writable } from 'node:stream';
import type { JSONRPCMessage, RequestId, Transport } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { JsonLines } from './json-lines.ts';
import { showReservedKey } from './reserved-key.ts';

const LONGEST_DRAIN_MS = 10_000;
/** JSON-RPC 2.0: whose message it was cannot be known, so the id is null, which the SDK's types do not have. */
const NOT_JSON = { jsonrpc: '2.0', id: null, error: { code: -32_700, message: 'This line is no JSON.' } };

/**
 * MCP over two streams that ends politely: after the end of input, and after `drain`, requests already received are
 * answered before it closes. The SDK's own transport drops them.
 */
export class DrainingTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: NonNullable<Transport['onmessage']>;
  readonly closed: Promise<void>;
  readonly #wire: StdioServerTransport;
  readonly #stdin: Readable;
  readonly #input: JsonLines;
  readonly #unanswered = new Set<RequestId>();
  #draining: Promise<void> | null = null;
  #reportClosed: () => void = () => {};
  #reportAnswered: () => void = () => {};

  constructor(stdin: Readable, stdout: Writable) {
    this.#stdin = stdin;
    this.#input = new JsonLines(() => void stdout.write(`${JSON.stringify(NOT_JSON)}\n`));
    this.#wire = new StdioServerTransport(this.#input, stdout);
    this.closed = new Promise((resolve) => {
      this.#reportClosed = resolve;
    });
  }

  async start(): Promise<void> {
    this.#wire.onmessage = (message) => {
      this.#received(message);
      showReservedKey(message);
      this.onmessage?.(message);
    };
    this.#wire.onerror = (error) => this.onerror?.(error);
    this.#wire.onclose = () => {
      this.#reportClosed();
      this.onclose?.();
    };
    await this.#wire.start();
    this.#stdin.pipe(this.#input, { end: false });
    for (const end of ['end', 'close', 'error']) this.#stdin.once(end, () => void this.drain());
    if (this.#stdin.readableEnded || this.#stdin.destroyed) void this.drain();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    await this.#wire.send(message);
    if ('id' in message && !('method' in message) && message.id !== undefined) this.#answered(message.id);
  }

  /** Reads no more, lets what was asked be answered, then closes. */
  drain(): Promise<void> {
    this.#draining ??= this.#drain();
    return this.#draining;
  }

  close(): Promise<void> {
    return this.#wire.close();
  }

  async #drain(): Promise<void> {
    this.#stdin.unpipe(this.#input);
    this.#stdin.pause();
    this.#input.endLine();
    // What was read lies in the pipe until the next turn of the loop.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#unanswered.size > 0) await this.#allAnswered();
    await this.close();
  }

  #allAnswered(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LONGEST_DRAIN_MS);
      this.#reportAnswered = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #received(message: JSONRPCMessage): void {
    if (!('method' in message)) return;
    // A subscription stays open on purpose.
    if ('id' in message && message.method !== 'subscriptions/listen') this.#unanswered.add(message.id);
    const { requestId } = (message.params ?? {}) as { requestId?: RequestId };
    if (message.method === 'notifications/cancelled' && requestId !== undefined) this.#answered(requestId);
  }

  #answered(id: RequestId): void {
    this.#unanswered.delete(id);
    if (this.#unanswered.size === 0) this.#reportAnswered();
  }
}
