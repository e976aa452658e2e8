import {
  CLIENT_CAPABILITIES_META_KEY,
  type InputRequiredResult,
  inputRequired,
  inputResponse,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { Risk } from '../../domain/checkpoint.ts';
import type { RequestCheckpointResult } from '../../use-cases/request-checkpoint.ts';

/** A question of an agent, as far as its client may put it to its user. */
export interface ClientQuestion {
  readonly question: string;
  readonly options: readonly string[];
  readonly risk: Risk;
}

const KEY = 'answer';

/** Clients give a tool about a minute; then the question waits for a person elsewhere. */
const LONGEST_WAIT_MS = 45_000;
const LONGEST_ANSWER = 2_000;

const formOf = ({ question, options }: ClientQuestion, { owner }: RequestCheckpointResult) => ({
  message: `${question}\n\n(An agent asks. ${owner} decides what cannot be undone.)`,
  requestedSchema: {
    type: 'object' as const,
    properties: {
      [KEY]:
        options.length > 0
          ? { type: 'string' as const, title: 'Answer', enum: [...options] }
          : { type: 'string' as const, title: 'Answer', maxLength: LONGEST_ANSWER },
    },
    required: [KEY],
  },
});

/** The text that an accepted form holds; null for one that was declined, left, or filled with something else. */
const textOf = (action: string, content: Readonly<Record<string, unknown>> | undefined): string | null => {
  const text = content?.[KEY];
  return action === 'accept' && typeof text === 'string' && text.trim() !== '' ? text.slice(0, LONGEST_ANSWER) : null;
};

/**
 * Puts an open question to the user of a client that says it can: the answer, a request to the client that brings the call
 * back with it, or null where nobody can be asked or nobody answered. Questions of high risk are never put this way.
 */
export const askThroughClient = async (
  context: ServerContext,
  declared: { elicitation?: unknown } | undefined,
  asked: ClientQuestion,
  pending: RequestCheckpointResult,
): Promise<string | InputRequiredResult | null> => {
  if (asked.risk === 'high') return null;
  const { mcpReq } = context;
  const view = inputResponse(mcpReq.inputResponses, KEY);
  if (view.kind === 'elicit') return textOf(view.action, view.content);
  const form = formOf(asked, pending);
  if (mcpReq.envelope !== undefined) {
    const capabilities = (mcpReq.envelope as Record<string, unknown>)[CLIENT_CAPABILITIES_META_KEY] as typeof declared;
    if (capabilities?.elicitation === undefined) return null;
    return inputRequired({ inputRequests: { [KEY]: inputRequired.elicit(form) } });
  }
  if (declared?.elicitation === undefined) return null;
  try {
    const { action, content } = await mcpReq.elicitInput(form, { timeout: LONGEST_WAIT_MS });
    return textOf(action, content);
  } catch {
    // The user did not look, or the client said more than it can: the question goes on waiting.
    return null;
  }
};
