import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = dirname(import.meta.dirname);
const example = (name: string): string => readFileSync(join(root, 'docs/operate', name), 'utf8');
const has = (program: string): boolean => spawnSync('which', [program]).status === 0;
const ran = (command: string, args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return { status, words: `${stdout}${stderr}` };
};

describe('the Dockerfile', () => {
  it('is one that a linter has nothing to say of', () => {
    expect(validate(readFileSync(join(root, 'Dockerfile'), 'utf8'))).toEqual([]);
  });
});

/** CI installs these programs; where one is missing its example cannot be checked here. */
describe('the examples of docs/operate', () => {
  it.skipIf(!has('nginx') || !has('openssl'))('nginx takes its file', () => {
    const folder = temporaryFolder();
    ran('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=hone.example.com'],
      ...['-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')],
    ]);
    const site = example('nginx.conf').replaceAll('/etc/letsencrypt/live/hone.example.com', folder);
    writeFileSync(join(folder, 'nginx.conf'), `pid ${folder}/pid;\nevents {}\nhttp {\n${site}\n}\n`);
    expect(ran('nginx', ['-t', '-q', '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')])).toMatchObject(
      {
        status: 0,
      },
    );
  });

  it.skipIf(!has('caddy'))('Caddy takes its file', () => {
    const { status, words } = ran('caddy', [
      'validate',
      ...['--adapter', 'caddyfile', '--config', join(root, 'docs/operate/Caddyfile')],
    ]);
    expect(status, words).toBe(0);
  });

  it.skipIf(!has('systemd-analyze'))('systemd takes its units', () => {
    const folder = temporaryFolder();
    mkdirSync(folder, { recursive: true });
    const units = [
      'hone.service',
      'hone-backup.service',
      'hone-backup.timer',
      'hone-digest.service',
      'hone-digest.timer',
    ];
    for (const unit of units) {
      // The program and its user are not on this machine.
      const text = example(unit).replaceAll('/usr/local/bin/hone', '/bin/true').replaceAll('User=hone', 'User=root');
      writeFileSync(join(folder, unit), text);
    }
    const { words } = ran('systemd-analyze', ['verify', ...units.map((unit) => join(folder, unit))]);
    expect(words.split('\n').filter((line) => line.includes(folder))).toEqual([]);
  });

  it('Compose has the server, a proxy before it and a backup, and nothing else is open to the outside', () => {
    const { services, volumes } = parse(example('compose.yaml')) as {
      services: Record<string, { ports?: string[]; volumes?: string[]; command?: string[] }>;
      volumes: Record<string, unknown>;
    };
    expect(Object.keys(services)).toEqual(['hone', 'caddy', 'backup']);
    expect(Object.entries(services).flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]))).toEqual([
      ['caddy', '80:80'],
      ['caddy', '443:443'],
    ]);
    const named = Object.values(services).flatMap(({ volumes: used = [] }) =>
      used.map((one) => one.split(':')[0] ?? ''),
    );
    expect(new Set(named.filter((one) => !one.startsWith('.')))).toEqual(new Set(Object.keys(volumes)));
  });

  it('name commands and flags that exist', () => {
    const cli = readFileSync(join(root, 'docs/cli.md'), 'utf8');
    for (const flag of ['--http', '--host', '--allow-host', '--public-url', '--send']) expect(cli).toContain(flag);
    for (const name of ['hone.service', 'compose.yaml']) expect(example(name)).toMatch(/serve.+--http/u);
    expect(example('hone-backup.service')).toContain('hone backup ');
    expect(example('hone-digest.service')).toContain('hone digest --send');
  });
});
