import type { ClientCapabilities, ServerContext } from '@modelcontextprotocol/server';
import { callTool } from '../../tools/call-tool.ts';
import { requestCheckpointTool } from '../../tools/request-checkpoint.ts';
import { validate } from '../../tools/validate.ts';
import { attestCheckpoint } from '../../use-cases/attest-checkpoint.ts';
import type { RequestCheckpointResult } from '../../use-cases/request-checkpoint.ts';
import { signed } from '../../use-cases/signed.ts';
import { askThroughClient } from './ask-through-client.ts';
import type { McpOptions } from './server.ts';

/** The answer to a checkpoint after its question was put to the user of the client, or the request to the client to do so. */
export const putQuestion = async (
  pending: RequestCheckpointResult,
  args: unknown,
  options: McpOptions,
  context: ServerContext,
  declared: ClientCapabilities | undefined,
): Promise<object> => {
  const input = validate(requestCheckpointTool, args);
  // Whoever only asks whether there is an answer wants no form.
  if (pending.status !== 'pending' || input.checkpoint_id !== undefined) return pending;
  const question = { question: input.question, options: input.options ?? [], risk: input.risk ?? 'medium' };
  const asked = await askThroughClient(context, declared, question, pending);
  if (asked === null || typeof asked !== 'string') return asked ?? pending;
  const services = await options.services();
  const caller = await options.caller(services);
  const word = { run_id: input.run_id, checkpoint_id: pending.checkpoint_id, answer: asked };
  await attestCheckpoint(signed(services, caller, requestCheckpointTool.name), caller, word);
  const again = { run_id: input.run_id, checkpoint_id: pending.checkpoint_id, question: input.question };
  return callTool(services, caller, requestCheckpointTool, again);
};
