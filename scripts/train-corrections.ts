/**
 * Trains the detector of corrections: `npm run train:corrections -- FOLDER`, where FOLDER holds turns.jsonl (one turn a line:
 * repo, context, text, intervention). Writes data/corrections/detector.json; the same turns give the same file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateTraining, type LabelledTurn, trainDetector } from '../src/domain/evaluation/evaluate-corrections.ts';
import { readLines } from '../src/transports/cli/eval/read-lines.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Usage: npm run train:corrections -- FOLDER');
const turns = readLines<LabelledTurn>(join(folder, 'turns.jsonl'));
const detector = trainDetector(turns);
const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value);
const target = join(import.meta.dirname, '../data/corrections');
mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'detector.json'), `${JSON.stringify(detector, rounded)}\n`);
console.log(JSON.stringify({ ...evaluateTraining(turns), ask: detector.ask, count: detector.count }, rounded, 2));
