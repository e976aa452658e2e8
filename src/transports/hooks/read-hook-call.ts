import { parseArgs } from 'node:util';

export interface HookCall {
  readonly client: string;
  readonly event: string;
  readonly store?: string;
  readonly project?: string;
}

const OPTIONS = { store: { type: 'string' }, project: { type: 'string' } } as const;

/** `hone hook CLIENT EVENT [--store PATH] [--project NAME]`, in any order; anything else is passed over. */
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
  };
};

const given = (name: 'store' | 'project', ...values: readonly unknown[]): { store?: string; project?: string } => {
  const first = values.find((value): value is string => typeof value === 'string' && value !== '');
  return first === undefined ? {} : { [name]: first };
};
