import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSecrets } from '../../src/domain/guard/find-secrets.ts';
import { type Attack, textsIn } from './read-attacks.ts';

/** Shortest part of a secret that counts as a trace of it. */
const PART = 8;

/** What of an attack's texts is secret, as the finder places it; the hidden characters that split it are left out. */
const secretsIn = (attack: Attack): string[] =>
  textsIn(attack.payload).flatMap((text) => {
    const plain = text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    return findSecrets(plain).map(({ from, to }) => plain.slice(from, to));
  });

/** A secret as it may stand in a file: as it is, in base64 at each alignment, percent-encoded. */
const waysOf = (secret: string): string[] => [
  ...Array.from({ length: Math.max(0, secret.length - PART + 1) }, (_, at) => secret.slice(at, at + PART)).filter(
    (part) => !/^[\s-]|^(.)\1+$/u.test(part),
  ),
  ...[0, 1, 2]
    .map((shift) => Buffer.from(secret.slice(shift)).toString('base64').replace(/=+$/u, '').slice(0, -2))
    .filter((coded) => coded.length >= PART),
  encodeURIComponent(secret),
];

export interface Traces {
  readonly secrets: number;
  readonly files: number;
  /** Ids of the attacks of whose secrets a part was found. */
  readonly found: readonly string[];
}

/** Looks for every secret of the attacks in the bytes of every file of a folder: database, log, keys. */
export const findTraces = (folder: string, attacks: readonly Attack[]): Traces => {
  const names = readdirSync(folder);
  const bytes = Buffer.concat(names.map((name) => readFileSync(join(folder, name))));
  const secret = attacks
    .map((attack) => ({ id: attack.id, secrets: secretsIn(attack) }))
    .filter((one) => one.secrets.length > 0);
  const found = secret.filter(({ secrets }) => secrets.some((one) => waysOf(one).some((way) => bytes.includes(way))));
  return { secrets: secret.length, files: names.length, found: found.map((one) => one.id) };
};
