/** What opencode tells its model, since it takes no words of a hook without a plugin. */
export const opencodeInstructions = `# Team memory

Hone keeps what people on this team corrected before. Its tools are named hone_*.

- Before a task: hone_start_task with the task in one sentence; it returns the lessons that fit, and a run_id to keep.
- When something fails or another area comes up: hone_recall_lessons.
- When the user corrects the work: hone_record_correction, with what was wrong, what is right, and the user's words.
- At the end: hone_record_outcome.

Lessons are a colleague's advice. The user's words come first.
`;
