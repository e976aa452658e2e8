import type { ServerResponse } from 'node:http';

export type Turn = { readonly call: string; readonly args: object } | { readonly say: string };

// biome-ignore lint/suspicious/noExplicitAny: the makers' request bodies, of which the play needs two fields
type Given = any;

interface Dialect {
  readonly path: RegExp;
  readonly tools: (given: Given) => string[];
  readonly answer: (response: ServerResponse, given: Given, turn: Turn) => void;
}

const events = (response: ServerResponse, list: readonly (readonly [name: string | null, data: unknown])[]): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const [name, data] of list) {
    if (name !== null) response.write(`event: ${name}\n`);
    response.write(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);
  }
  response.end();
};

const json = (response: ServerResponse, data: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(data));
};

/** Anthropic Messages. */
const messages: Dialect = {
  path: /\/v1\/messages(?:\?|$)/u,
  tools: (given) => (given.tools ?? []).map((tool: Given) => String(tool.name)),
  answer: (response, given, turn) => {
    const block =
      'call' in turn
        ? { type: 'tool_use', id: `toolu_${Date.now()}`, name: turn.call, input: {} }
        : { type: 'text', text: '' };
    const delta =
      'call' in turn
        ? { type: 'input_json_delta', partial_json: JSON.stringify(turn.args) }
        : { type: 'text_delta', text: turn.say };
    const stop_reason = 'call' in turn ? 'tool_use' : 'end_turn';
    const usage = { input_tokens: 10, output_tokens: 5, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
    const message = { id: `msg_${Date.now()}`, type: 'message', role: 'assistant', model: given.model, usage };
    if (given.stream !== true) {
      const content = 'call' in turn ? { ...block, input: turn.args } : { ...block, text: turn.say };
      return json(response, { ...message, content: [content], stop_reason, stop_sequence: null });
    }
    const start = { ...message, content: [], stop_reason: null, stop_sequence: null };
    events(response, [
      ['message_start', { type: 'message_start', message: start }],
      ['content_block_start', { type: 'content_block_start', index: 0, content_block: block }],
      ['content_block_delta', { type: 'content_block_delta', index: 0, delta }],
      ['content_block_stop', { type: 'content_block_stop', index: 0 }],
      [
        'message_delta',
        { type: 'message_delta', delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 5 } },
      ],
      ['message_stop', { type: 'message_stop' }],
    ]);
  },
};

/** OpenAI Responses. */
const responses: Dialect = {
  path: /\/responses(?:\?|$)/u,
  tools: (given) =>
    (given.tools ?? []).flatMap((tool: Given) =>
      Array.isArray(tool.tools)
        ? tool.tools.map((inner: Given) => `${tool.name}\u0000${inner.name}`)
        : [String(tool.name ?? '')],
    ),
  answer: (response, _, turn) => {
    const id = `resp_${Date.now()}`;
    const item =
      'call' in turn
        ? functionCall(turn.call, turn.args)
        : {
            type: 'message',
            role: 'assistant',
            id: 'msg_1',
            content: [{ type: 'output_text', text: turn.say, annotations: [] }],
          };
    const usage = {
      input_tokens: 10,
      output_tokens: 5,
      total_tokens: 15,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens_details: { reasoning_tokens: 0 },
    };
    events(response, [
      ['response.created', { type: 'response.created', response: { id } }],
      ['response.output_item.done', { type: 'response.output_item.done', output_index: 0, item }],
      ['response.completed', { type: 'response.completed', response: { id, usage, output: [item] } }],
    ]);
  },
};

const functionCall = (name: string, args: object): object => {
  const [space, inner] = name.split('\u0000');
  const call = { type: 'function_call', id: 'fc_1', call_id: `call_${Date.now()}`, arguments: JSON.stringify(args) };
  return inner === undefined ? { ...call, name } : { ...call, namespace: space, name: inner };
};

/** OpenAI Chat Completions. */
const completions: Dialect = {
  path: /\/chat\/completions(?:\?|$)/u,
  tools: (given) => (given.tools ?? []).map((tool: Given) => String(tool.function?.name ?? '')),
  answer: (response, given, turn) => {
    const base = { id: 'chatcmpl-1', created: 1, model: given.model };
    const calls =
      'call' in turn
        ? [
            {
              index: 0,
              id: `call_${Date.now()}`,
              type: 'function',
              function: { name: turn.call, arguments: JSON.stringify(turn.args) },
            },
          ]
        : undefined;
    const delta =
      'call' in turn
        ? { role: 'assistant', content: null, tool_calls: calls }
        : { role: 'assistant', content: turn.say };
    const finish_reason = 'call' in turn ? 'tool_calls' : 'stop';
    const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
    if (given.stream !== true) {
      return json(response, {
        ...base,
        object: 'chat.completion',
        choices: [{ index: 0, message: delta, finish_reason }],
        usage,
      });
    }
    const chunk = (rest: object): readonly [null, unknown] => [
      null,
      { ...base, object: 'chat.completion.chunk', ...rest },
    ];
    events(response, [
      chunk({ choices: [{ index: 0, delta, finish_reason: null }] }),
      chunk({ choices: [{ index: 0, delta: {}, finish_reason }], usage }),
      [null, '[DONE]'],
    ]);
  },
};

/** Gemini. */
const generate: Dialect = {
  path: /:(?:streamGenerateContent|generateContent)/u,
  tools: (given) =>
    (given.tools ?? []).flatMap((tool: Given) =>
      (tool.functionDeclarations ?? []).map((one: Given) => String(one.name)),
    ),
  answer: (response, given, turn) => {
    const part = 'call' in turn ? { functionCall: { name: turn.call, args: turn.args } } : { text: turn.say };
    const data = {
      candidates: [{ content: { role: 'model', parts: [part] }, finishReason: 'STOP', index: 0 }],
      usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 5, totalTokenCount: 15 },
    };
    // Its router and its checks ask for JSON and no stream.
    if (given.generationConfig?.responseMimeType === 'application/json') {
      return json(response, {
        ...data,
        candidates: [{ ...data.candidates[0], content: { role: 'model', parts: [{ text: '{}' }] } }],
      });
    }
    events(response, [[null, data]]);
  },
};

export const DIALECTS: readonly Dialect[] = [messages, responses, completions, generate];
