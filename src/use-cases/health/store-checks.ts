import type { StoreInspection } from '../../ports/store-inspection.ts';
import { type Check, fail, ok, warn } from './check.ts';

type Facts = Awaited<ReturnType<StoreInspection['facts']>>;

const MIB = 1024 * 1024;
const LARGE_WAL = 64 * MIB;
const LITTLE_DISK = 1024 * MIB;
const NO_DISK = 64 * MIB;

/** The store's file: form, settings, soundness, who can read it, and room to grow. */
export const storeChecks = (facts: Facts): Check[] => [
  schema(facts),
  settings(facts),
  integrity(facts),
  permissions(facts),
  wal(facts),
  disk(facts),
];

const schema = ({ schemaVersion, newestSchemaVersion, schemaDifferences }: Facts): Check => {
  if (schemaVersion !== newestSchemaVersion) {
    return fail(
      'schema',
      `Version ${schemaVersion}; this Hone knows ${newestSchemaVersion}.`,
      schemaVersion > newestSchemaVersion
        ? 'A newer Hone wrote this store. Update this one.'
        : 'Open the store once with a Hone that may write to it.',
    );
  }
  return schemaDifferences.length === 0
    ? ok('schema', `Version ${schemaVersion}, the newest that this Hone knows.`)
    : fail(
        'schema',
        `Not as Hone made it: ${schemaDifferences.join(', ')}.`,
        'Somebody wrote past Hone: see `hone audit verify`, and restore the last backup with `hone restore`.',
      );
};

const settings = ({ settings: all }: Facts): Check => {
  const wrong = all.filter((one) => one.value !== one.wanted);
  return wrong.length === 0
    ? ok('settings', all.map((one) => `${one.name}=${one.value}`).join(', '))
    : fail(
        'settings',
        wrong.map((one) => `${one.name} is ${one.value}, not ${one.wanted}`).join('; '),
        'Keep the file on a local disk: network file systems refuse what durability needs.',
      );
};

const integrity = ({ damage }: Facts): Check =>
  damage === null
    ? ok('integrity', 'The file is sound.')
    : fail(
        'integrity',
        damage,
        'Stop every Hone process, copy the file away, then export what can be read: hone export FILE --format all.',
      );

const permissions = ({ exposedFiles }: Facts): Check =>
  exposedFiles.length === 0
    ? ok('permissions', 'Only this user can read the files.')
    : fail(
        'permissions',
        `Others on this machine can read ${exposedFiles.join(', ')}.`,
        `chmod 600 ${exposedFiles.join(' ')}`,
      );

const wal = ({ walBytes, sizeBytes }: Facts): Check =>
  walBytes <= LARGE_WAL
    ? ok('wal', `${mib(walBytes)} of log beside ${mib(sizeBytes)} of data.`)
    : warn('wal', `${mib(walBytes)} of log wait to be merged.`, 'A process holds the store open for reading: end it.');

const disk = ({ freeDiskBytes: free }: Facts): Check => {
  if (free === null) return warn('disk', 'Could not be told: the free space of this disk is not known.');
  if (free >= LITTLE_DISK) return ok('disk', `${mib(free)} free.`);
  return free < NO_DISK
    ? fail('disk', `Only ${mib(free)} free.`, 'Make room before the next write is refused.')
    : warn('disk', `Only ${mib(free)} free.`, 'Make room soon.');
};

const mib = (bytes: number): string => `${(bytes / MIB).toFixed(bytes < 10 * MIB ? 1 : 0)} MiB`;
