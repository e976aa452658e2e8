import type { CliContext } from './context.ts';

/** The person at the terminal. Null: they left the question (Ctrl-C, Escape). */
export interface Person {
  key<T extends string>(
    question: string,
    choices: readonly { key: string; value: T; label: string }[],
  ): Promise<T | null>;
  /** Never empty. */
  text(question: string, initial: string): Promise<string | null>;
}

/** Asks on stderr, so that stdout stays for data. */
export const askPerson = ({ terminal }: Pick<CliContext, 'terminal'>): Person => ({
  async key(question, choices) {
    const { selectKey, isCancel } = await import('@clack/prompts');
    const options = choices.map(({ key, label }) => ({ value: key, label }));
    const pressed = await selectKey({ ...terminal, message: question, options });
    return isCancel(pressed) ? null : (choices.find((choice) => choice.key === pressed)?.value ?? null);
  },
  async text(question, initial) {
    const { text, isCancel } = await import('@clack/prompts');
    const validate = (given: string | undefined): string | undefined =>
      (given ?? '').trim() === '' ? 'A few words are needed.' : undefined;
    const given = await text({ ...terminal, message: question, initialValue: initial, validate });
    return isCancel(given) ? null : given.trim();
  },
});
