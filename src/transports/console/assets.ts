import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CHART_STYLE } from '../charts/chart-style.ts';

/** Addresses of what a page loads beside itself; each names its content, so that it may be kept for good. */
export interface Assets {
  readonly style: string;
  readonly script: string;
  readonly icon: string;
}

export interface Asset {
  readonly address: string;
  readonly type: string;
  readonly body: string;
}

const FILES = { style: 'style.css', script: 'console.js', icon: 'icon.svg' } as const;
const TYPES = { style: 'text/css', script: 'text/javascript', icon: 'image/svg+xml' } as const;

const read = (kind: keyof Assets): Asset => {
  const file = readFileSync(new URL(`./assets/${FILES[kind]}`, import.meta.url), 'utf8');
  const body = kind === 'style' ? `${CHART_STYLE}${file}` : file;
  const print = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const [name, ending] = FILES[kind].split('.');
  return { address: `/assets/${name}-${print}.${ending}`, type: `${TYPES[kind]}; charset=utf-8`, body };
};

/** The three files that pages share, as they lie beside the program. */
export const readAssets = (): { assets: Assets; files: readonly Asset[] } => {
  const [style, script, icon] = [read('style'), read('script'), read('icon')];
  const assets = { style: style.address, script: script.address, icon: icon.address };
  return { assets, files: [style, script, icon] };
};
