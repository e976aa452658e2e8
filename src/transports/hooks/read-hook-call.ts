import { parseArgs } from 'node:util';

export interface HookCall {
  readonly client: string;
  readonly event: string;
  readonly store?: string;
  readonly project?: string;
  /** Hone's own folder. */
  readonly home?: string;
}

const OPTIONS = { store: { type: 'string' }, project: { type: 'string' }, home: { type: 'string' } } as const;

/** `hone hook CLIENT EVENT [--store PATH] [--project NAME] [--home FOLDER]`, in any order; anything else is passed over. */
export const readHookCall = (args: readonly string[], env: Readonly<Record<string, string | undefined>>): HookCall => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
  });
  const [client = '', event = ''] = positionals.filter((word, i) => i > 0 || word !== 'hook');
  return {
    client,
    event,
    ...given('store', values.store, env.HONE_STORE),
    ...given('project', values.project, env.HONE_PROJECT),
    ...given('home', values.home, env.HONE_HOME),
  };
};

const given = (
  name: keyof typeof OPTIONS,
  ...values: readonly unknown[]
): Partial<Record<keyof typeof OPTIONS, string>> => {
  const first = values.find((value): value is string => typeof value === 'string' && value !== '');
  return first === undefined ? {} : { [name]: first };
};
