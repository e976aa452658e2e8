import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HoneError } from '../../domain/error.ts';

const FORM = /^hone_[\w-]{43}$/u;

export const tokenFile = (home: string): string => join(home, 'token');

/**
 * The token of this user on this machine. The first start makes it; only this user may read its file.
 *
 * @throws HoneError STORE_UNAVAILABLE when the file cannot be read, written, or holds something else.
 */
export const localToken = async (home: string): Promise<string> => {
  try {
    await makeOnce(home);
    const token = (await readFile(tokenFile(home), 'utf8')).trim();
    if (FORM.test(token)) return token;
  } catch (error) {
    throw unusable(error);
  }
  throw unusable();
};

/** Written beside and linked into place: of two first starts at once, both see one whole token. */
const makeOnce = async (home: string): Promise<void> => {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const draft = join(home, `token.${randomBytes(6).toString('hex')}`);
  await writeFile(draft, `hone_${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, tokenFile(home));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
};

const unusable = (cause?: unknown): HoneError =>
  new HoneError(
    'STORE_UNAVAILABLE',
    'The token file in the data folder cannot be used.',
    'Check that you may read and write the folder. A damaged file named `token` may be deleted: the next start makes a new one. Or set HONE_TOKEN.',
    { cause },
  );
