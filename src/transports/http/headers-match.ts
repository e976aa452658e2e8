const CLAIM = 'io.modelcontextprotocol/protocolVersion';

interface Message {
  readonly method?: unknown;
  readonly params?: {
    readonly name?: unknown;
    readonly uri?: unknown;
    readonly _meta?: Readonly<Record<string, unknown>>;
  };
}

/**
 * Whether the headers that name a call say what its body says: something on the way may have judged by the headers.
 * The SDK checks this for the newer protocol, where they are required; here for the older one, where they may stand.
 */
export const headersMatch = (body: unknown, header: (name: string) => string | undefined): boolean => {
  const [method, name] = [header('mcp-method'), header('mcp-name')];
  if (method === undefined && name === undefined) return true;
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return false;
  const message: Message = body;
  if (message.params?._meta?.[CLAIM] !== undefined) return true;
  const named = message.params?.name ?? message.params?.uri;
  return (method === undefined || method === message.method) && (name === undefined || name === named);
};
