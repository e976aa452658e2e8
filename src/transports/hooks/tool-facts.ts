import type { HookEvent } from '../../domain/capture/hook-event.ts';
import { objectOf, present, textOf } from './payload-fields.ts';

type ToolFacts = Pick<HookEvent, 'tool' | 'command' | 'paths' | 'answer'>;

/** Hone's own tools, whatever a client puts before their names. */
const OWN = /hone.*(?:start_task|record_correction|record_outcome)$/u;
const LONGEST = 2_000;

/** Which tool was called with what: its command or the file that it wrote, never what it wrote. */
export const toolFacts = (tool: string | undefined, input: unknown, response: unknown): ToolFacts => {
  const given = objectOf(input);
  const path = textOf(given, 'file_path', 'filePath', 'path', 'file', 'notebook_path');
  return present<ToolFacts>({
    tool,
    command: textOf(given, 'command', 'cmd')?.slice(0, LONGEST),
    paths: path === undefined ? undefined : [path],
    answer: tool !== undefined && OWN.test(tool) ? flat(response).slice(0, LONGEST) : undefined,
  });
};

/** Any answer as one text. */
export const flat = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

/** The exit code that a shell tool's answer tells; null when it tells none. */
export const exitCode = (answer: string): number | null => {
  const found = /(?:exit code:?|exited with(?: code)?|"exitCode"\s*:)\s*(-?\d+)/iu.exec(answer)?.[1];
  return found === undefined ? null : Number(found);
};

const FAILURE =
  /(?:^|\n)\s*(?:npm (?:error|ERR!)|(?:error|fatal)(?:\[\w+\])?:|Traceback \(most recent call last\)|\w*(?:Error|Exception):|FAILED\b|FAIL\b)|command not found/u;

/** For clients that give the text of a command alone. A false alarm costs a search that finds nothing. */
export const looksLikeFailure = (answer: string): boolean => FAILURE.test(answer.slice(0, 4_000));

const LONGEST_ERROR = 1_500;

/** An error without the words that a client put around it. */
export const errorText = (answer: string): string =>
  answer
    .replace(/<\/?untrusted_context>/gu, '')
    .replace(/^\s*(?:Output:|Exit code:? -?\d+)\s*/iu, '')
    .replace(/\n?(?:Exit Code: -?\d+|Process Group PGID: \d+|<shellId: [^>]*>)/gu, '')
    .trim()
    .slice(0, LONGEST_ERROR);
