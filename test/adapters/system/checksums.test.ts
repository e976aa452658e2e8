import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { compareChecksums } from '../../../src/adapters/system/checksums.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const sum = (text: string): string => createHash('sha256').update(text).digest('hex');
let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'onnx'));
  writeFileSync(join(folder, 'a.json'), 'a');
  writeFileSync(join(folder, 'onnx', 'b.onnx'), 'b');
  writeFileSync(join(folder, 'SHA256SUMS'), `${sum('a')}  a.json\n${sum('b')} *onnx/b.onnx\n`);
});

describe('compareChecksums', () => {
  it('passes files that are what the list says', async () => {
    expect(await compareChecksums(folder)).toEqual({ checked: 2, wrong: [] });
  });

  it('names the changed and the absent', async () => {
    writeFileSync(join(folder, 'a.json'), 'A');
    rmSync(join(folder, 'onnx', 'b.onnx'));
    expect(await compareChecksums(folder)).toEqual({ checked: 2, wrong: ['a.json', 'onnx/b.onnx'] });
  });

  it('has checked nothing without a list', async () => {
    rmSync(join(folder, 'SHA256SUMS'));
    expect(await compareChecksums(folder)).toEqual({ checked: 0, wrong: [] });
    expect(await compareChecksums(join(folder, 'absent'))).toEqual({ checked: 0, wrong: [] });
  });

  it('passes the model that ships with Hone', async () => {
    const shipped = join(import.meta.dirname, '../../../data/models/all-MiniLM-L6-v2');
    expect(await compareChecksums(shipped)).toMatchObject({ wrong: [] });
  });
});
