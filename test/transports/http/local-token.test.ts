import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localToken, tokenFile } from '../../../src/transports/http/local-token.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('localToken', () => {
  it('makes one token for this user only, and the same for all who start at once', async () => {
    const home = join(temporaryFolder(), 'hone');
    const tokens = await Promise.all([localToken(home), localToken(home), localToken(home)]);
    expect(new Set([...tokens, await localToken(home)]).size).toBe(1);
    expect(tokens[0]).toMatch(/^hone_[\w-]{43}$/u);
    expect(statSync(tokenFile(home)).mode & 0o777).toBe(0o600);
    expect(readdirSync(home)).toEqual(['token']);
  });

  it('refuses a file that holds something else, and does not replace it', async () => {
    const home = temporaryFolder();
    writeFileSync(tokenFile(home), 'mine');
    await expect(localToken(home)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(statSync(tokenFile(home)).size).toBe(4);
  });

  it('refuses where no folder can be', async () => {
    const home = join(temporaryFolder(), 'file');
    writeFileSync(home, '');
    await expect(localToken(home)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});
