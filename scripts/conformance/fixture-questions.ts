import { randomBytes } from 'node:crypto';
import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  createRequestStateCodec,
  type InputRequests,
  inputRequired,
  inputResponse,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server';

/** What travels with a question and comes back with its answer. Signed, so that a client cannot make up its own. */
export const questionState = createRequestStateCodec<{ step: number }>({ key: randomBytes(32) });

const ask = (message: string, field: string) =>
  inputRequired.elicit({
    message,
    requestedSchema: { type: 'object', properties: { [field]: { type: 'string' } }, required: [field] },
  });
const sample = (words: string, maxTokens: number) =>
  inputRequired.createMessage({ messages: [{ role: 'user', content: { type: 'text', text: words } }], maxTokens });

const NAME = { user_name: ask('What is your name?', 'name') };
const CONFIRM = {
  confirm: inputRequired.elicit({
    message: 'Please confirm',
    requestedSchema: { type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'] },
  }),
};
const CAPITAL = { capital_question: sample('What is the capital of France?', 100) };
const ROOTS = { client_roots: inputRequired.listRoots() };

const done = (words: string) => ({ content: [{ type: 'text' as const, text: words }] });

/** Whether each question was answered as it was asked. */
const answered = ({ mcpReq }: ServerContext, asked: InputRequests): boolean =>
  Object.keys(asked).every((key) => {
    const view = inputResponse(mcpReq.inputResponses, key);
    return (
      view.kind !== 'missing' && !(view.kind === 'elicit' && view.action === 'accept' && view.content === undefined)
    );
  });

const stepOf = ({ mcpReq }: ServerContext): number | undefined => mcpReq.requestState<{ step: number }>()?.step;

const declaredBy = ({ mcpReq }: ServerContext): ClientCapabilities =>
  ((mcpReq.envelope as Record<string, unknown> | undefined)?.[CLIENT_CAPABILITIES_META_KEY] ??
    {}) as ClientCapabilities;

/** Tools that ask once, keep nothing, and are done with the answer. */
const addOneQuestion = (server: McpServer, name: string, asked: InputRequests, words: string): void => {
  server.registerTool(name, { description: 'Asks its client one thing' }, (context) =>
    answered(context, asked) ? done(words) : inputRequired({ inputRequests: asked }),
  );
};

/** Tools that send a state along with what they ask. */
const addStateful = (server: McpServer, name: string, asked: InputRequests): void => {
  server.registerTool(name, { description: 'Asks, with a state' }, async (context) => {
    if (stepOf(context) === 1 && answered(context, asked)) return done('state-ok');
    return inputRequired({ inputRequests: asked, requestState: await questionState.mint({ step: 1 }) });
  });
};

const STEPS: readonly InputRequests[] = [
  { step1: ask('Step 1: What is your name?', 'name') },
  { step2: ask('Step 2: What is your favorite color?', 'color') },
];

/** Tools and a prompt of the suite's names that ask their client something before they answer. */
export const addQuestions = (server: McpServer): void => {
  addOneQuestion(server, 'test_input_required_result_elicitation', NAME, 'Hello!');
  addOneQuestion(server, 'test_input_required_result_sampling', CAPITAL, 'Paris');
  addOneQuestion(server, 'test_input_required_result_list_roots', ROOTS, 'The roots were read.');
  addOneQuestion(server, 'test_streaming_elicitation', NAME, 'Hello!');
  addStateful(server, 'test_input_required_result_request_state', CONFIRM);
  addStateful(server, 'test_input_required_result_tampered_state', CONFIRM);
  addStateful(server, 'test_input_required_result_multiple_inputs', {
    ...NAME,
    greeting: sample('Generate a greeting', 50),
    ...ROOTS,
  });
  server.registerTool('test_input_required_result_multi_round', { description: 'Asks twice' }, async (context) => {
    const step = stepOf(context) ?? 0;
    const before = STEPS[step - 1];
    const next = before !== undefined && !answered(context, before) ? step - 1 : step;
    const asked = STEPS[next];
    if (asked === undefined) return done('Both were answered.');
    return inputRequired({ inputRequests: asked, requestState: await questionState.mint({ step: next + 1 }) });
  });
  server.registerTool(
    'test_input_required_result_capabilities',
    { description: 'Asks what the client can' },
    (context) => {
      const { elicitation, sampling } = declaredBy(context);
      const inputRequests = { ...(elicitation === undefined ? {} : NAME), ...(sampling === undefined ? {} : CAPITAL) };
      return Object.keys(inputRequests).length === 0 ? done('Nothing to ask.') : inputRequired({ inputRequests });
    },
  );
  // The SDK refuses to ask what a client did not say that it can.
  addOneQuestion(server, 'test_missing_capability', CAPITAL, 'It can.');
  const context = { user_context: ask('What context should the prompt use?', 'context') };
  server.registerPrompt('test_input_required_result_prompt', { description: 'Asks before it answers' }, (given) =>
    answered(given, context)
      ? { messages: [{ role: 'user', content: { type: 'text', text: 'With the context that was given.' } }] }
      : inputRequired({ inputRequests: context }),
  );
};
