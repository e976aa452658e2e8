import type { HookClient } from '../../domain/capture/hook-event.ts';
import type { Launch } from '../../domain/client-setup.ts';

/** The line that a client hands to a shell for an event. */
export const hookCommand = ({ command, args }: Launch, client: HookClient, event: string): string =>
  [command, ...args, 'hook', client, event].map(quoted).join(' ');

const quoted = (word: string): string =>
  /^[\w@%+=:,./\\-]+$/u.test(word) && !word.includes('\\') ? word : `"${word.replace(/(["$`])/gu, '\\$1')}"`;

/** Hone's own hooks among others', whatever installed them. */
export const isOwnHook = (value: unknown): boolean =>
  /hone[^\n]*\bhook\b|\bmain\.js\\?"? hook /u.test(typeof value === 'string' ? value : JSON.stringify(value));
