import type { McpServer } from '@modelcontextprotocol/server';

interface PromptWords {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

const PROMPTS: readonly PromptWords[] = [
  {
    name: 'teach',
    title: 'Teach a lesson',
    description: 'Turn what just happened into a lesson for the team.',
    text: 'Look at what I just corrected. Call record_correction with: wrong (what you did), right (what I want instead, as a rule), when (the situation before the mistake), why, and up to five examples of tasks in which it would matter. Use the run_id of this task if you have one. Then tell me in one sentence what was kept and whether it waits for review.',
  },
  {
    name: 'retro',
    title: 'Close this task',
    description: 'Record how the task ended and what each shown lesson was worth.',
    text: 'Close the current task. Call record_outcome with its run_id, the honest outcome, and one verdict (helpful, harmful, unused or ignored) for each lesson that you were shown. If you learned something the next agent needs, call propose_lesson with evidence. Then summarise in three lines.',
  },
  {
    name: 'review',
    title: 'Walk the review queue',
    description: 'See what waits for a person, and how to decide it.',
    text: 'Lessons are accepted by people, not by agents. Call lesson_impact, and show me the lessons that do harm or are ignored, with the evidence for each (get_lesson). For what waits, tell me to run `hone review` in a terminal: it shows each with its similar lessons, and takes one key for each decision.',
  },
  {
    name: 'enrich',
    title: 'Add examples to lessons',
    description: 'Write example tasks for lessons that have none, so that they are found.',
    text: 'Call lesson_impact, then get_lesson for the lessons without examples. For each, write two to five tasks as a person would phrase them before knowing the pitfall, and pass them to propose_lesson with same_as set to the lesson’s id and its own when and rule. Skip what you cannot judge.',
  },
];

/** Short cuts for people; every job is possible with tools alone. */
export const addPrompts = (server: McpServer): void => {
  for (const { name, title, description, text } of PROMPTS) {
    server.registerPrompt(name, { title, description }, () => ({
      messages: [{ role: 'user', content: { type: 'text', text } }],
    }));
  }
};
