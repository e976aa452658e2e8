import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Detector } from '../../src/domain/capture/detector.ts';

/** The one that ships. */
export const shippedDetector = (): Detector =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../data/corrections/detector.json'), 'utf8'));
