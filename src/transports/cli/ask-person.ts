import { createInterface, emitKeypressEvents, type Key } from 'node:readline';
import { Writable } from 'node:stream';
import type { CliContext } from './context.ts';

/** The person at the terminal. Null: they left the question (Ctrl-C, Ctrl-D, Escape). */
export interface Person {
  /** One key, without Enter; keys that mean nothing here are passed over. */
  key<T extends string>(
    question: string,
    choices: readonly { key: string; value: T; label: string }[],
  ): Promise<T | null>;
  /** A line, never empty; `initial` stands there to be changed. */
  text(question: string, initial: string): Promise<string | null>;
}

type Terminal = CliContext['terminal'];

/** Asks on stderr, so that stdout stays for data. */
export const askPerson = ({ terminal }: { terminal: Terminal }): Person => ({
  async key(question, choices) {
    const offer = choices.map(({ key, label }) => `[${key}] ${label}`).join('  ');
    terminal.output.write(`${question}\n${offer}: `);
    const chosen = await nextKey(terminal.input, (key) => choices.find((choice) => choice.key === key));
    terminal.output.write(`${chosen?.label ?? ''}\n`);
    return chosen?.value ?? null;
  },

  async text(question, initial) {
    for (let before = initial; ; before = '') {
      const line = await nextLine(terminal, `${question} `, before);
      if (line === null || line.trim() !== '') return line?.trim() ?? null;
    }
  },
});

/** A line that is not shown; null: they left. */
export const askSecret = async (terminal: Terminal, question: string): Promise<string | null> => {
  terminal.output.write(`${question} `);
  // What is typed goes to the output of the line reader: here nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = await nextLine({ input: terminal.input, output: nowhere }, '', '');
  terminal.output.write('\n');
  return line?.trim() ?? null;
};

const isLeaving = ({ ctrl, name }: Key): boolean =>
  name === 'escape' || (ctrl === true && (name === 'c' || name === 'd'));

const nextKey = <T>(input: Terminal['input'], read: (key: string) => T | undefined): Promise<T | null> =>
  new Promise((resolve) => {
    const raw = (on: boolean): void => {
      if ('setRawMode' in input && typeof input.setRawMode === 'function') input.setRawMode(on);
    };
    const end = (result: T | null): void => {
      input.off('keypress', listen).off('end', leave);
      raw(false);
      input.pause();
      resolve(result);
    };
    const leave = (): void => end(null);
    const listen = (text: string | undefined, key: Key): void => {
      const found = isLeaving(key) ? null : read(text ?? '');
      if (found !== undefined) end(found);
    };
    emitKeypressEvents(input);
    raw(true);
    input.on('keypress', listen).on('end', leave);
    input.resume();
  });

const nextLine = (terminal: Terminal, prompt: string, initial: string): Promise<string | null> =>
  new Promise((resolve) => {
    const line = createInterface({ ...terminal, terminal: true });
    line.on('SIGINT', () => line.close());
    line.on('close', () => resolve(null));
    line.question(prompt, (answer) => {
      resolve(answer);
      line.close();
    });
    line.write(initial);
  });
