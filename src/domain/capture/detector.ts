import { decision, type KernelMachine } from './kernel-machine.ts';
import { turnCues } from './turn-cues.ts';

/** A trained detector, as `data/corrections/detector.json` holds it. */
export interface Detector {
  readonly machine: KernelMachine;
  /** The machine's decision d becomes a probability by 1 / (1 + e^−(slope·d + offset)) (Platt 1999). */
  readonly slope: number;
  readonly offset: number;
  /** From this probability on, three in five are interventions: worth a question to the agent. */
  readonly ask: number;
  /** From this one on, four in five: counted as a probable intervention. */
  readonly count: number;
  /** Fingerprint of the turns it was trained on: figures on those would flatter it. */
  readonly trained_on: string;
}

/** That a person steps in with this turn, 0 to 1. `before` is the end of the agent's turn; empty where there was none. */
export const interventionProbability = (
  { machine, slope, offset }: Pick<Detector, 'machine' | 'slope' | 'offset'>,
  turn: string,
  before: string,
): number => 1 / (1 + Math.exp(-(slope * decision(machine, turnCues(turn, before)) + offset)));
