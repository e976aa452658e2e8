/**
 * `npm run trends -- [--project P] [--workflow W] [--since 30d] [--until TIME] [--bucket week] [--store FILE] [--json] [--html FILE]`
 *
 * What `hone trends` shows, for a lead who has the repository and no installed command.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { compose } from '../src/compose.ts';
import { readConfig } from '../src/config.ts';
import { HoneError } from '../src/domain/error.ts';
import { BUCKETS, type Bucket } from '../src/domain/metrics/trends.ts';
import { renderTrends } from '../src/transports/cli/render-trends.ts';
import { trendsHtml } from '../src/transports/cli/trends-html.ts';
import { interventionTrends } from '../src/use-cases/intervention-trends.ts';
import type { Caller } from '../src/use-cases/services.ts';

const readFlags = () => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      project: text,
      workflow: text,
      since: text,
      until: text,
      bucket: text,
      store: text,
      html: text,
      json: { type: 'boolean' },
    },
  });
  return values;
};

const bucketOf = (text: string | undefined): Bucket | undefined => {
  const bucket = BUCKETS.find((one) => one === text);
  if (text === undefined || bucket !== undefined) return bucket;
  throw new HoneError('INVALID_INPUT', '`--bucket` is none of those known.', `It is one of ${BUCKETS.join(', ')}.`);
};

const run = async (): Promise<void> => {
  const { json, html, store, project, bucket, ...window } = readFlags();
  const config = await readConfig({ flags: { store, project }, environment: process.env, folder: process.cwd() });
  const services = await compose({ ...config, dense: false });
  try {
    const caller: Caller = {
      principal: { name: config.user, kind: 'person', roles: ['lead'], projects: '*', solo: true },
      project: config.project,
      known: new Set([config.project]),
    };
    const trends = await interventionTrends(services, caller, { ...window, bucket: bucketOf(bucket) });
    if (html !== undefined) await writeFile(html, trendsHtml(trends));
    const color = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
    const look = { paint: pc.createColors(color), columns: process.stdout.columns ?? 80 };
    process.stdout.write(`${json === true ? JSON.stringify(trends) : renderTrends(trends, look)}\n`);
  } finally {
    await services.close();
  }
};

run().catch((error: unknown) => {
  const words = error instanceof HoneError ? `${error.code}: ${error.message} ${error.hint}` : String(error);
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
});
