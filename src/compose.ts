import { join } from 'node:path';
import { tokenCredentials } from './adapters/credentials/token-credentials.ts';
import { rememberVectors } from './adapters/embedding/remembered-vectors.ts';
import { openTransformersEmbedder } from './adapters/embedding/transformers-embedder.ts';
import { gitHistory } from './adapters/git/git-history.ts';
import { noWorkTree, workTree } from './adapters/git/work-tree.ts';
import { clearedTexts } from './adapters/guards/cleared-texts.ts';
import { openGuard } from './adapters/guards/open-guard.ts';
import { lazyRateLimits } from './adapters/limits/lazy-rate-limits.ts';
import { mdastReader } from './adapters/markdown/mdast-reader.ts';
import { oidcCredentials } from './adapters/oidc/oidc-credentials.ts';
import { countedCrowd } from './adapters/resilience/counted-crowd.ts';
import { guardEmbedder } from './adapters/resilience/guarded-embedder.ts';
import { followRevocations, LessonsInMemory } from './adapters/resilience/lessons-in-memory.ts';
import { restoreStore } from './adapters/sqlite/copies/restore-store.ts';
import { openSqliteStore } from './adapters/sqlite/open-sqlite-store.ts';
import { systemKeyedHash } from './adapters/system/keyed-hash.ts';
import { leaveProcess } from './adapters/system/leave-process.ts';
import { createRandomIds } from './adapters/system/random-ids.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { processTelemetry } from './adapters/telemetry/process-telemetry.ts';
import type { NotifySettings } from './adapters/webhooks/notify-settings.ts';
import { signedWebhook } from './adapters/webhooks/signed-webhook.ts';
import { slackWebhook } from './adapters/webhooks/slack-webhook.ts';
import { clearedFile } from './cleared-file.ts';
import type { Config } from './config.ts';
import type { CodeHistory } from './ports/code-history.ts';
import type { Messenger } from './ports/messenger.ts';
import type { RestoredFacts } from './ports/store-backup.ts';
import type { Services } from './use-cases/services.ts';

/** The model loads in about half a second; a first answer without it would be a poor first impression. */
const COLD_WAIT_MS = 3_000;

/** What a read may take beside the wait for the model. */
const REST_OF_READ_MS = 100;

const RULES_FOLDER = join(import.meta.dirname, '../data/rules');

/** Plugs an adapter into every port. The one place that knows them all. */
export const compose = async (config: Config): Promise<Services & { close(): Promise<void> }> => {
  const store = await openSqliteStore({
    path: config.store.path,
    mapped: config.dense,
    writeWaitMs: config.writeWaitMs,
  });
  const limits = lazyRateLimits(config.store.path);
  const telemetry = processTelemetry(config.otlp ?? null);
  const model = openTransformersEmbedder({ folder: config.modelFolder, dense: config.dense });
  const guarded = guardEmbedder(model, {
    waitMs: config.denseWaitMs,
    coldWaitMs: Math.max(config.denseWaitMs, COLD_WAIT_MS),
  });
  const embedder = rememberVectors(guarded);
  const sourceTree =
    config.repository === null ? noWorkTree : await workTree(config.repository.folder, config.repository.project);
  const tokens = tokenCredentials({ stores: store.stores, unitOfWork: store.unitOfWork, clock: systemClock });
  const lastGood = new LessonsInMemory();
  const following = followRevocations(lastGood, store.stores, store.version);
  return {
    stores: store.stores,
    unitOfWork: store.unitOfWork,
    inspection: store.inspection,
    audit: store.audit,
    backup: store.backup,
    credentials:
      config.oidc === null || config.oidc === undefined ? tokens : oidcCredentials(tokens, config.oidc, config.project),
    limits,
    crowd: countedCrowd(),
    embedder,
    guard: openGuard({ rulesFolder: RULES_FOLDER, cleared: clearedTexts(clearedFile(config.store.path)) }),
    clock: systemClock,
    ids: createRandomIds(),
    keyedHash: systemKeyedHash,
    markdown: mdastReader,
    sourceTree,
    telemetry,
    lastGood,
    messengers: messengersOf(config.notify),
    settings: {
      readMs: config.denseWaitMs + REST_OF_READ_MS,
      reviewAfterMs: config.notify.reviewAfterMs,
      digestAtMinute: config.notify.digestAtMinute,
    },
    close: async () => {
      following.stop();
      await limits.close();
      await telemetry.close();
      await embedder.close();
      await store.close();
      if (model.stuck()) leaveProcess();
    },
  };
};

const messengersOf = ({ webhook, slack }: NotifySettings): Messenger[] => [
  ...(webhook === null ? [] : [signedWebhook(webhook)]),
  ...(slack === null ? [] : [slackWebhook(slack)]),
];

/** Puts a backup in the place of the store, which need not exist and is not opened. */
export const restoreTo = (
  config: Config,
  options: { file: string; key?: string; replace: boolean },
): Promise<RestoredFacts> => restoreStore({ ...options, target: config.store.path, now: systemClock.now });

/** What git knows of the folder from which Hone was called. */
export const codeHistoryOf = (folder: string): CodeHistory => gitHistory(folder);
