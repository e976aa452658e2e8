import type { Readable } from 'node:stream';
import { askSecret } from './ask-person.ts';
import type { CliContext } from './context.ts';
import { readTextFile } from './read-text-file.ts';

export interface TokenSource {
  /** As the person named it; `-` is stdin. */
  readonly file: string | undefined;
  /** Where people sign in for the server; null: they do not. */
  readonly signsIn: () => Promise<string | null>;
}

const LONGEST = 8_192;

/**
 * The token that a person gives: in a file, on stdin, in HONE_TOKEN, or typed on a terminal where it is not shown. Null: none, and
 * they are to sign in.
 */
export const readToken = async (context: CliContext, { file, signsIn }: TokenSource): Promise<string | null> => {
  if (file === '-') return readStream(context.terminal.input);
  if (file !== undefined) return (await readTextFile(context.folder, file)).trim();
  const { token } = await context.connection();
  if (token !== undefined) return token;
  if ((await signsIn()) !== null) return null;
  if (!context.interactive) return readStream(context.terminal.input);
  return (await askSecret(context.terminal, 'Token:')) ?? '';
};

const readStream = async (input: Readable): Promise<string> => {
  let text = '';
  for await (const chunk of input) {
    text += String(chunk);
    if (text.length > LONGEST) break;
  }
  return text.trim();
};
