import type { CommandFactory } from './command.ts';
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { checkpointCommand } from './commands/checkpoint.ts';
import { connectCommand, disconnectCommand } from './commands/connect.ts';
import { demoCommand } from './commands/demo.ts';
import { digestCommand } from './commands/digest.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evalCommand } from './commands/eval.ts';
import { exportCommand } from './commands/export.ts';
import { flagCommand } from './commands/flag.ts';
import { hookCommand } from './commands/hook.ts';
import { impactCommand } from './commands/impact.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { interventionCommand } from './commands/intervention.ts';
import { lessonsCommand } from './commands/lessons.ts';
import { outcomeCommand } from './commands/outcome.ts';
import { overrideCommand } from './commands/override.ts';
import { projectCommand } from './commands/project.ts';
import { recallCommand } from './commands/recall.ts';
import { reembedCommand } from './commands/reembed.ts';
import { restoreCommand } from './commands/restore.ts';
import { reviewCommand } from './commands/review.ts';
import { runsCommand } from './commands/runs.ts';
import { serveCommand } from './commands/serve.ts';
import { tokenCommand } from './commands/token.ts';
import { trendsCommand } from './commands/trends.ts';
import { trialCommand } from './commands/trial.ts';
import { workflowCommand } from './commands/workflow.ts';

/** Every command, in the order of `hone --help`. */
export const allCommands: readonly CommandFactory[] = [
  serveCommand,
  flagCommand,
  reviewCommand,
  recallCommand,
  lessonsCommand,
  trendsCommand,
  digestCommand,
  impactCommand,
  workflowCommand,
  trialCommand,
  checkpointCommand,
  runsCommand,
  outcomeCommand,
  interventionCommand,
  importCommand,
  exportCommand,
  tokenCommand,
  projectCommand,
  auditCommand,
  overrideCommand,
  backupCommand,
  restoreCommand,
  initCommand,
  connectCommand,
  disconnectCommand,
  hookCommand,
  doctorCommand,
  reembedCommand,
  demoCommand,
  evalCommand,
];
