import { patientEmbedder } from '../recall/patient-embedder.ts';
import type { Services } from '../services.ts';
import { rememberingEmbedder } from './remembering-embedder.ts';

/** What all evaluations are given: a store that is thrown away afterwards, and where to say how far they are. */
export interface Bench {
  readonly services: Services;
  readonly seed: number;
  readonly progress: (what: string, done: number, total: number) => void;
}

/** A bench on which each text is embedded once, and no answer is given up for being slow. */
export const benchOn = (services: Services, seed: number, progress: Bench['progress']): Bench => ({
  services: {
    ...services,
    embedder: rememberingEmbedder(patientEmbedder(services.embedder, 120_000)),
  },
  seed,
  progress,
});
