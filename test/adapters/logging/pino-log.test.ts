import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pinoLog } from '../../../src/adapters/logging/pino-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('pinoLog', () => {
  it('writes one line of JSON for each event, from its level up', () => {
    const file = join(temporaryFolder(), 'log');
    const fd = openSync(file, 'w');
    const log = pinoLog('info', { fd });
    log.debug('unseen');
    log.info('request', { status: 200, absent: undefined });
    log.warn('complaint');
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    closeSync(fd);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'info', service: 'hone', event: 'request', status: 200 },
      { level: 'warn', event: 'complaint' },
    ]);
    expect(JSON.parse(lines[0] ?? '').time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/u);
  });
});
