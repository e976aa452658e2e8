import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Attack, type Json, readAttacks } from '../../scripts/attacks/read-attacks.ts';

const attacks = new Map(readAttacks('attacks').map((attack) => [attack.id, attack]));

interface Step {
  readonly [key: string]: Json | undefined;
}

/** One payload of the list that goes by a file or a command. */
export interface AttackCase {
  readonly attack: Attack;
  /** The command without its first word. */
  readonly argv: readonly string[];
  readonly setup: readonly Step[];
  /** Text that an older version might have left in a lesson. */
  readonly stored: Readonly<Record<string, string>>;
  readonly stdin: string;
  /** The file that its setup writes, made in this folder. */
  readonly write: (folder: string) => string;
}

/** The payload with this id, in the form that commands need. */
export const attackCase = (id: string): AttackCase => {
  const attack = attacks.get(id);
  if (attack === undefined) throw new Error(`no payload ${id}`);
  const payload = attack.payload as Step;
  const setup = (payload.setup ?? []) as Step[];
  return {
    attack,
    argv: ((payload.argv ?? []) as string[]).slice(1),
    setup,
    stored: (payload.stored ?? {}) as Record<string, string>,
    stdin: String(payload.stdin ?? ''),
    write: (folder) => {
      const step = setup.find((one) => one.write !== undefined);
      const path = join(folder, String(step?.write));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, String(step?.text));
      return path;
    },
  };
};
