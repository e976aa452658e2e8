import type { StartTaskResult } from '../../../use-cases/start-task.ts';
import { recallWords } from '../recall-words.ts';
import { storedText } from '../stored-text.ts';

export const renderStartTask = (result: StartTaskResult): string => {
  const { guardrails, loop } = result;
  return [
    `run_id ${result.run_id}, task_id ${result.task_id}, project ${storedText(result.project)}, attempt ${result.attempt} of at most ${guardrails.max_attempts}.`,
    routingWords(result.routing),
    ...boundaryWords(result.boundary),
    `At most ${guardrails.timeout_minutes} minutes. Fallback: ${storedText(guardrails.fallback)}.`,
    ...(guardrails.checkpoints.length === 0
      ? []
      : [`Ask first (request_checkpoint): ${guardrails.checkpoints.map(storedText).join('; ')}.`]),
    ...(result.missing === undefined ? [] : [`Still missing before you may start: ${result.missing.join(', ')}.`]),
    ...(loop === undefined ? [] : [`LOOP: ${loop.advice}`]),
    recallWords(result.recall),
  ].join('\n');
};

const routingWords = ({ decision, workflow, reason, options, owner }: StartTaskResult['routing']): string => {
  const into = workflow === null ? '' : ` in workflow ${storedText(workflow)}`;
  const choices = (options ?? []).map((one) => `${storedText(one.workflow)} (${storedText(one.entry)})`);
  return [
    `Decision: ${decision}${into}. ${reason}`,
    ...(choices.length === 0 ? [] : [`Choose one and call start_task again with workflow: ${choices.join('; ')}.`]),
    ...(owner === undefined ? [] : [`Ask: ${storedText(owner)}.`]),
  ].join(' ');
};

const MAY = { agent: 'you may change', checkpoint: 'ask first', human_only: 'people only' } as const;

const boundaryWords = (rules: StartTaskResult['boundary']): string[] =>
  rules.map(
    ({ path, may, owner, because }) =>
      `${storedText(path)}: ${MAY[may]}${may === 'agent' ? '' : ` (owner ${storedText(owner)}${because === '' ? '' : `: ${storedText(because)}`})`}`,
  );
