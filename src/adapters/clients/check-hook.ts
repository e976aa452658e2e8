import { spawn } from 'node:child_process';
import { PROBE, PROBE_ANSWER } from '../../domain/capture/hook-probe.ts';
import type { StartCheck } from '../../domain/client-setup.ts';
import type { Places } from './client-definition.ts';

const PATIENCE_MS = 10_000;

/** Runs a hook's line as its client does, with an event that only asks whether somebody is there. */
export const checkHook = (line: string, places: Places): Promise<StartCheck> =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(line, { shell: true, cwd: places.folder, env: places.env, stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    let words = '';
    const timer = setTimeout(() => child.kill(), PATIENCE_MS);
    child.stdout.on('data', (chunk) => {
      words += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(0, 2_000);
    });
    child.stdin.on('error', () => {});
    child.on('error', () => resolve({ ok: false, detail: 'its shell could not be started', ms: null }));
    child.on('close', (code) => {
      clearTimeout(timer);
      const ms = Math.round(performance.now() - started);
      const ok = code === 0 && words === '' && said.includes(PROBE_ANSWER);
      resolve(ok ? { ok, detail: `it runs in ${ms} ms`, ms } : { ok, detail: failure(code, said), ms: null });
    });
    child.stdin.end(JSON.stringify(PROBE));
  });

const failure = (code: number | null, said: string): string =>
  code === 0
    ? 'it ran, but it is not the hook of this Hone'
    : `it ended with ${code}: ${said.trim().split('\n')[0] ?? ''}`;
