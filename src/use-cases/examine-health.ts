import type { Time } from '../domain/ids.ts';
import type { MachineInspection } from '../ports/machine-inspection.ts';
import type { TeamMachine } from '../ports/team-machine.ts';
import { auditCheck } from './health/audit-check.ts';
import { backupCheck } from './health/backup-check.ts';
import { attempt, type Check, ok, warn } from './health/check.ts';
import { clientChecks, hooksCheck } from './health/client-checks.ts';
import { driftCheck } from './health/drift-check.ts';
import { learningCheck } from './health/learning-check.ts';
import { keptCallsCheck, modelFilesCheck, nodeCheck } from './health/machine-checks.ts';
import { noticesCheck } from './health/notices-check.ts';
import { overridesCheck } from './health/overrides-check.ts';
import { embeddingCheck, recentRecallsCheck, vectorsCheck } from './health/recall-checks.ts';
import { storeChecks } from './health/store-checks.ts';
import { teamCheck } from './health/team-check.ts';
import { textsCheck } from './health/texts-check.ts';
import { trialsCheck } from './health/trials-check.ts';
import type { Services } from './services.ts';

export interface HealthReport {
  /** False when any check failed; warnings leave it true. */
  readonly ok: boolean;
  readonly checks: readonly Check[];
}

/** What is to be examined. Both may fail to open: that is then the finding. */
export interface Patient {
  readonly open: () => Promise<Services>;
  readonly inspectMachine: () => Promise<MachineInspection>;
  /** The connection to a team's server; absent: it is not looked at. */
  readonly team?: { readonly machine: TeamMachine; readonly now: Time };
}

/** What works here and what does not, by trying it. A check that could not run says so and never counts as passed. */
export const examineHealth = async (patient: Patient): Promise<HealthReport> => {
  const { team } = patient;
  const joined = team === undefined ? [] : await attempt('team', () => teamCheck(team.machine, team.now));
  const checks = [...(await machineChecks(patient)), ...joined, ...(await openedChecks(patient))];
  return { ok: checks.every((check) => check.status !== 'fail'), checks };
};

const machineChecks = ({ inspectMachine }: Patient): Promise<Check[]> =>
  attempt('machine', async () => {
    const machine = await inspectMachine();
    return [
      nodeCheck(machine),
      ...(await attempt('model_files', () => modelFilesCheck(machine))),
      ...(await attempt('kept_calls', () => keptCallsCheck(machine))),
      ...(await attempt('clients', () => clientChecks(machine))),
      ...(await attempt('hooks', () => hooksCheck(machine))),
    ];
  });

/** Checks that need an open store, in this order. */
const NEED_STORE = [
  'schema',
  'settings',
  'integrity',
  'permissions',
  'wal',
  'disk',
  'vectors',
  'audit',
  'texts',
  'backups',
  'overrides',
  'recalls',
  'learning',
  'embedding',
  'drift',
  'trials',
  'notices',
];

const openedChecks = async ({ open }: Patient): Promise<Check[]> => {
  let services: Services | null = null;
  const opened = await attempt('store', async () => {
    services = await open();
    return [ok('store', `${services.inspection.kind} store at ${services.inspection.location}`)];
  });
  return services === null
    ? [...opened, ...NEED_STORE.map((name) => warn(name, 'Not examined: the store did not open.'))]
    : [...opened, ...(await checksOf(services))];
};

const checksOf = async (services: Services): Promise<Check[]> => [
  ...(await attempt('store_facts', async () => {
    const facts = await services.inspection.facts();
    return [...storeChecks(facts), vectorsCheck(facts)];
  })),
  ...(await attempt('audit', () => auditCheck(services))),
  ...(await attempt('texts', () => textsCheck(services))),
  ...(await attempt('backups', () => backupCheck(services))),
  ...(await attempt('overrides', () => overridesCheck(services))),
  ...(await attempt('recalls', () => recentRecallsCheck(services))),
  ...(await attempt('learning', () => learningCheck(services))),
  ...(await attempt('embedding', () => embeddingCheck(services))),
  ...(await attempt('drift', () => driftCheck(services))),
  ...(await attempt('trials', () => trialsCheck(services))),
  ...(await attempt('notices', () => noticesCheck(services))),
];
