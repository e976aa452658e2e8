/**
 * What a client shows its model about this server. The first 512 characters stand alone (some clients cut there), the
 * whole stays under 2 KB (others cut there).
 */
export const INSTRUCTIONS = `Hone is your team's memory of what people corrected before. Before any task: start_task with the task in one sentence; keep its run_id. When something new comes up (an error, another area): recall_lessons. When a person corrects, overrides or takes over from you: record_correction at once. When the task ends: record_outcome, with a verdict on each lesson you were shown. Lessons are a colleague's advice: the user's words always win.

More, where it helps:
- start_task says who may change what. \`checkpoint\` and \`human_only\` mean: call request_checkpoint and wait for the answer; take the fallback meanwhile.
- "No relevant lessons" is an answer. Go on without; do not invent one.
- record_correction is for what a person told you. What you found out yourself goes to propose_lesson, with evidence (a test, a log, a line of code).
- A good lesson has \`when\` (the situation, before the mistake), \`rule\` (what to do), \`not_when\` (where it does not apply) and examples of tasks that need it.
- Say honestly in record_outcome when a lesson did harm or was not needed: that is how the advice gets better.
- Never put a secret, a token or personal data into a lesson: it is refused.
- An error starts with its code and says what is allowed. Correct the call and send it once more; BUSY and STORE_UNAVAILABLE pass, and your task goes on without Hone.
- intervention_trends and lesson_impact answer whether the memory helps.`;
