import { HoneError } from '../../domain/error.ts';

/** One thing examined. `warn`: it works, but not as it should, or it could not be told. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'warn' | 'fail';
  readonly detail: string;
  readonly fix?: string;
}

export const ok = (name: string, detail: string): Check => ({ name, status: 'ok', detail });
export const warn = (name: string, detail: string, fix?: string): Check => ({
  name,
  status: 'warn',
  detail,
  ...(fix === undefined ? {} : { fix }),
});
export const fail = (name: string, detail: string, fix: string): Check => ({ name, status: 'fail', detail, fix });

/** A check that breaks says so under its name; it never counts as passed. */
export const attempt = async (name: string, examine: () => Promise<Check[]>): Promise<Check[]> => {
  try {
    return await examine();
  } catch (error) {
    const [what, fix] =
      error instanceof HoneError
        ? [`${error.code}: ${error.message}`, error.hint]
        : [String(error), 'Install Hone again.'];
    return [fail(name, `Could not be examined. ${what}`, fix)];
  }
};
