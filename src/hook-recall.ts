import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clearedTexts } from './adapters/guards/cleared-texts.ts';
import { openGuard } from './adapters/guards/open-guard.ts';
import { openSqliteReader } from './adapters/sqlite/open-sqlite-reader.ts';
import { systemClock } from './adapters/system/system-clock.ts';
import { clearedFile } from './cleared-file.ts';
import type { HookAnswer, HookQuestion } from './domain/capture/hook-answer.ts';
import { EmbeddingFailure } from './domain/embedding-failure.ts';
import { findSecrets } from './domain/guard/find-secrets.ts';
import type { Crowd } from './ports/crowd.ts';
import type { Embedder } from './ports/embedder.ts';
import type { Guard } from './ports/guard.ts';
import { answerQuestion } from './transports/hooks/answer-question.ts';
import type { Caller, Services } from './use-cases/services.ts';

const REASON = 'no server runs on this store, so words alone were searched';

const noEmbedder: Embedder = {
  identity: { model: 'none', dtype: 'none', runtime: 'none', dimension: 0 },
  status: () => ({ state: 'off', reason: REASON }),
  warm: () => {},
  embed: () => Promise.reject(new EmbeddingFailure('off', REASON)),
  close: async () => {},
};

/** One process, one question. */
const alone: Crowd = { during: (work) => work(false), turn: async () => {} };

const noMemory = { keep: () => {}, of: () => [], drop: () => {} };

/** What a server read already is not read again; secrets by their shapes alone, since none was let in by the rest. */
const quickGuard = (store: string): Guard => {
  const cleared = clearedTexts(clearedFile(store));
  const whole = openGuard({ rulesFolder: fileURLToPath(new URL('../data/rules', import.meta.url)), cleared });
  return {
    ...whole,
    findSecrets: async (text) => findSecrets(text),
    inspect: async (parts) => (cleared.has(parts) ? [] : whole.inspect(parts)),
  };
};

/** A hook's recall without a server: full text only, read only. Null without a store. */
export const recallAlone = async (store: string, question: HookQuestion): Promise<HookAnswer | null> => {
  if (!existsSync(store)) return null;
  const reader = openSqliteReader(store);
  if (reader === null) return null;
  // All that recall reads with. Whoever reached for another port would fail, and the hook would say nothing.
  const services = {
    stores: reader.stores,
    embedder: noEmbedder,
    guard: quickGuard(store),
    sourceTree: { project: null, read: async () => null },
    lastGood: noMemory,
    crowd: alone,
    telemetry: { count: () => {} },
    clock: systemClock,
    settings: { denseWaitMs: 0, coldWaitMs: 0 },
  } as unknown as Services;
  const caller: Caller = {
    principal: { name: 'hook', kind: 'agent', roles: ['agent'], projects: '*', solo: true },
    project: question.project,
    known: new Set([question.project]),
  };
  try {
    return await answerQuestion(services, caller, question);
  } finally {
    reader.close();
  }
};
