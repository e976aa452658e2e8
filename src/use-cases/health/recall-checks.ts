import { RECALL_PATHS } from '../../domain/recall.ts';
import type { Services } from '../services.ts';
import { type Check, fail, ok, warn } from './check.ts';

const RECENT = 20;
const PROBE = 'a text that is embedded to see that the model works';

/** The variable keeps the model's runtime from fetching what Hone does not use, and from failing where it cannot. */
const INSTALL_AGAIN = 'Install Hone again: `ONNXRUNTIME_NODE_INSTALL=skip npm install -g hone-memory`.';

/** That a vector is really computed now, with the form that the model promises. */
export const embeddingCheck = async ({ embedder }: Services): Promise<Check[]> => {
  const status = embedder.status();
  if (status.state === 'off') {
    return [warn('embedding', `Not examined: ${status.reason}`, 'Unset HONE_DENSE to search by meaning too.')];
  }
  const vector = await embedder.embed(PROBE).catch((error: Error) => error);
  if (vector instanceof Error) return [fail('embedding', `${vector.message} Recall goes by full text.`, INSTALL_AGAIN)];
  const length = Math.hypot(...vector);
  const { model, dtype, dimension } = embedder.identity;
  return vector.length === dimension && Math.abs(length - 1) < 1e-3
    ? [ok('embedding', `${model} (${dtype}) made a unit vector of ${dimension} numbers.`)]
    : [
        fail(
          'embedding',
          `${model} made a vector of ${vector.length} numbers and length ${length.toFixed(3)}.`,
          INSTALL_AGAIN,
        ),
      ];
};

/** That served lessons can be found by meaning, not by words alone. */
export const vectorsCheck = (facts: { lessons: number | null; lessonsWithVectors: number | null }): Check => {
  if (facts.lessons === null || facts.lessonsWithVectors === null) {
    return warn('vectors', 'Not examined: the file is too damaged to tell.');
  }
  if (facts.lessons === 0) return ok('vectors', 'No lesson serves yet, so none lacks a vector.');
  const missing = facts.lessons - facts.lessonsWithVectors;
  return missing <= 0
    ? ok('vectors', `Every lesson that serves has its vectors (${facts.lessons}).`)
    : warn(
        'vectors',
        `${missing} of ${facts.lessons} lessons have no vector: only their words are searched.`,
        'They are made up when a process with a working model runs: see the check "embedding".',
      );
};

/** Which way the newest recalls were really served, over all projects. */
export const recentRecallsCheck = async ({ stores }: Services): Promise<Check[]> => {
  const recalls = [];
  for (const { project } of await stores.directory.listProjects()) {
    recalls.push(...(await stores.runs.lastRecalls(project, RECENT)));
  }
  const newest = recalls.sort((a, b) => b.at.localeCompare(a.at)).slice(0, RECENT);
  if (newest.length === 0) return [warn('recalls', 'Nothing to examine: no recall was served yet.')];
  const lesser = newest.filter((one) => one.path !== 'hybrid');
  const counts = RECALL_PATHS.map((path) => ({ path, times: newest.filter((one) => one.path === path).length }));
  const served = counts.filter(({ times }) => times > 0).map(({ path, times }) => `${times} ${path}`);
  const detail = `The last ${newest.length}: ${served.join(', ')}.`;
  if (lesser.length === 0) return [ok('recalls', detail)];
  return [warn('recalls', `${detail} The newest lesser one: ${lesser[0]?.reason ?? ''}`, 'See the check "embedding".')];
};
