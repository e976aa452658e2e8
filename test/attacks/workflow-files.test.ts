import { beforeEach, describe, expect, it } from 'vitest';
import { attackCase } from '../support/attack-case.ts';
import { hone } from '../support/hone-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let home = '';
beforeEach(() => {
  home = temporaryFolder();
});

const OFF = { HONE_DENSE: 'off' };
const run = (args: readonly string[], environment: Record<string, string> = {}) =>
  hone(args, { home, environment: { ...OFF, ...environment } });

const workflows = async (environment: Record<string, string> = {}): Promise<{ name: string; entry: string }[]> =>
  JSON.parse((await run(['workflow', 'list', '--json'], environment)).stdout).items;

const IN_FORCE = 'workflows:\n  bugfix:\n    owner: platform\n    entry: A reported defect.\n';

/** Applies the payload's file over one that is in force. */
const apply = async (id: string, environment: Record<string, string> = {}) => {
  const { argv, write } = attackCase(id);
  write(home);
  return run(argv, environment);
};

const inForce = async (): Promise<void> => {
  const { writeFileSync } = await import('node:fs');
  writeFileSync(`${home}/in-force.yaml`, IN_FORCE);
  expect((await run(['workflow', 'apply', 'in-force.yaml'])).exitCode).toBe(0);
};

describe('poisoned workflow files', () => {
  it.each([
    ['INP-14.1 a path as a name'],
    ['INP-14.2 an option as a name'],
    ['OUT-08.1 a name that would break the metrics'],
    ['IMP-11.1 aliases that grow'],
    ['IMP-11.2 a tag and a prototype key'],
  ])('%s: refused, and the workflows in force stay', async (title) => {
    await inForce();
    const { exitCode, stderr } = await apply(title.split(' ')[0] ?? '');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^INVALID_INPUT: /u);
    expect(stderr).not.toMatch(/etc|upload-pack|hone_lessons|mallory/u);
    expect(await workflows()).toMatchObject([{ name: 'bugfix', entry: 'A reported defect.' }]);
  });

  it('INP-14.3 the name of a built-in is a name like others', async () => {
    expect((await apply('INP-14.3')).exitCode).toBe(0);
    expect(await workflows()).toMatchObject([{ name: 'constructor', entry: 'e' }]);
    expect((await run(['workflow', 'show', 'toString'])).stderr).toMatch(/^NOT_FOUND: /u);
  });

  it('IMP-11.3 an agent cannot widen its own boundary: a lead applies', async () => {
    await inForce();
    const made = await run(['token', 'create', '--role', 'agent', '--project', 'app', '--for', 'ann', '--json']);
    const lead = await run(['token', 'create', '--role', 'lead', '--project', 'app', '--for', 'eva', '--json']);
    const tokenOf = (stdout: string): string => JSON.parse(stdout).token;
    const { exitCode, stderr } = await apply('IMP-11.3', { HONE_TOKEN: tokenOf(made.stdout) });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^FORBIDDEN: /u);
    expect(await workflows({ HONE_TOKEN: tokenOf(lead.stdout) })).toMatchObject([{ entry: 'A reported defect.' }]);
  });
});
