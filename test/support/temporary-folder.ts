import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];
afterEach(() => {
  // A process that was just told to end may still be writing its last file.
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

/** A new folder that goes away after the test. For tests that open no store (see `test-services.ts` for those). */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'hone-'));
  made.push(folder);
  return folder;
};
