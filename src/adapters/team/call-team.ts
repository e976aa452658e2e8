import type { IncomingMessage, RequestOptions } from 'node:http';
import type { TeamConnection } from '../../domain/team-connection.ts';

const LONGEST_ANSWER = 1024 * 1024;

export interface TeamCall {
  readonly path: string;
  /** Absent: it is read only. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TeamAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/**
 * One request to the team's server, under the machine's token, on node alone: a hook process loads it. Follows no redirect: the
 * token is for this server.
 *
 * @throws Error when there was no whole answer before `deadline`
 */
export const callTeam = async (
  { url, token }: Pick<TeamConnection, 'url' | 'token'>,
  { path, body, headers }: TeamCall,
  deadline: AbortSignal,
): Promise<TeamAnswer> => {
  const address = new URL(`${url}${path}`);
  const { request } = address.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const sent = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const options: RequestOptions = {
    method: sent === undefined ? 'GET' : 'POST',
    signal: deadline,
    headers: {
      Accept: 'application/json, text/event-stream',
      ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
      ...(sent === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': sent.length }),
      ...headers,
    },
  };
  return new Promise((resolve, reject) => {
    const asked = request(address, options, (response) => {
      readAll(response).then(
        (text) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        reject,
      );
    });
    asked.on('error', reject);
    asked.end(sent);
  });
};

const readAll = async (response: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** The answer as JSON; null where it is none. */
export const jsonOf = ({ text }: Pick<TeamAnswer, 'text'>): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as never) : null;
  } catch {
    return null;
  }
};
