import {
  type CallToolResult,
  type ClientCapabilities,
  type InputRequiredResult,
  isInputRequiredResult,
  McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { type Connection, callTool } from '../../tools/call-tool.ts';
import { tools } from '../../tools/index.ts';
import type { Tool } from '../../tools/tool.ts';
import type { ReportRemoved } from '../../tools/validate/clean-texts.ts';
import type { RequestCheckpointResult } from '../../use-cases/request-checkpoint.ts';
import type { Services } from '../../use-cases/services.ts';
import { advertised } from './advertised.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { addPrompts } from './prompts.ts';
import { refusal } from './refusal.ts';
import { renderResult } from './render-result.ts';
import { addResources } from './resources.ts';
import { addSkills } from './skills.ts';

export interface McpOptions {
  /** Asked anew by each call, so that listing tools opens nothing. */
  readonly services: () => Promise<Services>;
  /** Who calls, found out anew for each call: rights may end meanwhile. @throws HoneError */
  readonly caller: (services: Services) => Promise<Connection>;
  /** Project of the connection. */
  readonly project: string;
  readonly version: string;
  /** What a call is answered that failed for want of the store. @throws HoneError */
  readonly away?: (tool: Tool, args: unknown, error: unknown) => Promise<object>;
  /** A line for the log. */
  readonly complain: (line: string) => void;
  /** Told of each call when it is answered. */
  readonly called?: (call: AnsweredCall) => void;
}

export interface AnsweredCall {
  readonly tool: string;
  readonly seconds: number;
  /** Of a refusal. */
  readonly errorCode?: string;
}

const LIST_IS_GOOD_FOR_MS = 300_000;

/** One server for both eras of the protocol and both transports. Cheap: over HTTP there is one for each request. */
export const buildMcpServer = (options: McpOptions): McpServer => {
  const server = new McpServer(
    { name: 'hone', title: 'Hone', version: options.version },
    {
      instructions: INSTRUCTIONS,
      cacheHints: { 'tools/list': { ttlMs: LIST_IS_GOOD_FOR_MS, cacheScope: 'public' } },
    },
  );
  for (const tool of tools) addTool(server, tool, options);
  addResources(server, options);
  addSkills(server, options);
  addPrompts(server);
  return server;
};

const addTool = (server: McpServer, tool: Tool, options: McpOptions): void => {
  server.registerTool(
    tool.name,
    {
      title: tool.title,
      description: tool.description,
      inputSchema: advertised(tool.input),
      outputSchema: advertised(tool.output),
      annotations: tool.annotations,
      ...(tool.alwaysLoad ? { _meta: { 'anthropic/alwaysLoad': true } } : {}),
    },
    (args, context) => timed(tool, args, options, { context, declared: server.server.getClientCapabilities() }),
  );
};

/** The client of one call: what it said that it can do, and the way back to it. */
interface Client {
  readonly context: ServerContext;
  readonly declared: ClientCapabilities | undefined;
}

/** A call by how long it took: opening the store is part of it, because the caller waits for that, too. */
const timed = async (
  tool: Tool,
  args: unknown,
  options: McpOptions,
  client: Client,
): Promise<CallToolResult | InputRequiredResult> => {
  const start = performance.now();
  const result = await answer(tool, args, options, client);
  const labels = {
    method: 'tools/call',
    tool: tool.name,
    error_type: 'isError' in result && result.isError === true ? 'tool_error' : '',
  };
  const seconds = (performance.now() - start) / 1_000;
  const refused = (result._meta?.['hone/error'] as { code?: string } | undefined)?.code;
  options.called?.({ tool: tool.name, seconds, ...(refused === undefined ? {} : { errorCode: refused }) });
  // A store that does not open has nowhere to count; the answer stands.
  await options.services().then(
    ({ telemetry }) => telemetry.observeRequest(labels, seconds),
    () => {},
  );
  return result;
};

const answer = async (
  tool: Tool,
  args: unknown,
  options: McpOptions,
  client: Client,
): Promise<CallToolResult | InputRequiredResult> => {
  try {
    const removed: string[] = [];
    const first = await called(tool, args, options, (field, count) => removed.push(`${count} in ${field}`));
    const result = tool.name === 'request_checkpoint' ? await putToUser(first, args, options, client) : first;
    if (isInputRequiredResult(result)) return result;
    const note = removed.length === 0 ? '' : `\nInvisible characters were taken out: ${removed.join(', ')}.`;
    const text = `${renderResult(tool.name, result)}${note}`;
    return { content: [{ type: 'text', text }], structuredContent: { ...result } };
  } catch (error) {
    return refusal(error, options.complain, tool.example);
  }
};

const called = async (tool: Tool, args: unknown, options: McpOptions, report: ReportRemoved): Promise<object> => {
  try {
    const services = await options.services();
    return await callTool(services, await options.caller(services), tool, args, report);
  } catch (error) {
    if (options.away === undefined) throw error;
    return options.away(tool, args, error);
  }
};

/** An open question may be put to the user of the client meanwhile. What it says is kept as the client's word, no more. */
const putToUser = async (
  pending: object,
  args: unknown,
  options: McpOptions,
  { context, declared }: Client,
): Promise<object> => {
  const { putQuestion } = await import('./put-question.ts');
  return putQuestion(pending as RequestCheckpointResult, args, options, context, declared);
};
