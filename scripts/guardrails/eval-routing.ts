/** How often a task reaches its workflow: `npm run eval:routing`. The tasks are those the numbers of routing were fitted on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTransformersEmbedder } from '../../src/adapters/embedding/transformers-embedder.ts';
import { routeTask } from '../../src/domain/routing/route.ts';
import type { RoutingExample } from '../../src/domain/routing/routing-example.ts';
import { indexExamples, routedText } from '../../src/domain/routing/similarity.ts';
import { clopperPearson } from '../../src/domain/statistics/clopper-pearson.ts';
import { readWorkflowFile } from '../../src/transports/cli/workflow-file/read-workflow-file.ts';

const root = join(import.meta.dirname, '../..');
const workflows = readWorkflowFile(readFileSync(join(root, 'docs/hone-workflows.yaml'), 'utf8'));
const tasks = readFileSync(join(root, 'test/fixtures/routing/tasks.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { task: string; workflow: string | null });

const share = (k: number, n: number): string => {
  if (n === 0) return '0 of 0';
  const { low, high } = clopperPearson(k, n);
  return `${k} of ${n} (${Math.round((100 * k) / n)} %, 95 % ${(100 * (low ?? 0)).toFixed(0)}–${(100 * (high ?? 1)).toFixed(0)} %)`;
};

for (const dense of [true, false]) {
  const embedder = openTransformersEmbedder({
    folder: join(root, 'data/models/all-MiniLM-L6-v2'),
    dense,
  });
  const vector = async (text: string) => (dense ? embedder.embed(text) : null);
  const examples: RoutingExample[] = [];
  for (const { name, entry, examples: texts } of workflows) {
    for (const text of [...texts, entry]) {
      examples.push({ workflow: name, source: 'file', text, vector: await vector(text) });
    }
  }
  const index = indexExamples(examples);
  const answers = [];
  for (const { task, workflow } of tasks) {
    const { decision, options } = routeTask(index, routedText(task, await vector(task)));
    answers.push({ workflow, decision, offered: options.map((one) => one.workflow) });
  }
  await embedder.close();
  const own = answers.filter(({ workflow }) => workflow !== null);
  const foreign = answers.filter(({ workflow }) => workflow === null);
  const started = answers.filter(({ decision }) => decision === 'proceed');
  const asked = own.filter(({ decision }) => decision === 'clarify');
  process.stdout.write(
    [
      `${dense ? 'words and meaning' : 'words alone'}, ${workflows.length} workflows, no confirmed task yet`,
      `  started without asking, and right: ${share(started.filter((one) => one.offered[0] === one.workflow).length, started.length)}`,
      `  asked, with the right one among at most 3: ${share(asked.filter((one) => one.offered.includes(one.workflow ?? '')).length, asked.length)}`,
      `  tasks of a workflow started without asking: ${share(own.filter(({ decision }) => decision === 'proceed').length, own.length)}`,
      `  tasks of no workflow started without asking: ${share(foreign.filter(({ decision }) => decision === 'proceed').length, foreign.length)}`,
      '',
    ].join('\n'),
  );
}
