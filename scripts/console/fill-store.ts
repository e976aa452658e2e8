import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readDemoCorrections } from '../../src/transports/cli/demo/demo-corrections.ts';
import { startDemoServer } from '../../src/transports/cli/demo/demo-server.ts';
import { sampleEvents } from './sample-events.ts';

const root = join(import.meta.dirname, '../..');

/** Every eighth waits for the reviewer. */
const WAITING_EVERY = 8;

/**
 * A store to look at: lessons of real corrections of a public project, two open questions, a hostile text, and ten weeks
 * of simulated runs. All of it goes through the real server and the real command line. Its file is `demo.db` in the folder.
 */
export const fillStore = async (folder: string, limit = 60): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const corrections = await readDemoCorrections(root, limit);
  const texts = corrections.map(({ subject, body }) => ({ wrong: subject, right: body === '' ? subject : body }));
  const server = await startDemoServer(join(root, 'dist/main.js'), folder, '0.0.0');
  try {
    const lessons: string[] = [];
    for (const { subject, body, files, corrected } of corrections) {
      const { lesson_id } = await server.call<{ lesson_id: string | null }>('propose_lesson', {
        when: corrected[0] ?? subject,
        rule: subject,
        ...(body === '' ? {} : { why: body.slice(0, 1_000) }),
        examples: corrected.slice(0, 3).map((one) => one.slice(0, 160)),
        scope: { paths: files.slice(0, 5) },
      });
      if (lesson_id !== null) lessons.push(lesson_id);
    }
    const served = [...new Set(lessons)].filter((_, index) => index % WAITING_EVERY !== 0);
    await server.command('review', 'accept', ...served);
    await server.report(sampleEvents({ end: Date.now(), lessons: served, corrections: texts }));
    await addQuestions(server);
  } finally {
    await server.close();
  }
};

type Server = Awaited<ReturnType<typeof startDemoServer>>;

const addQuestions = async (server: Server): Promise<void> => {
  const { run_id } = await server.call<{ run_id: string }>('start_task', {
    task: 'Drop the old cookie table after the migration',
    task_key: 'CURL-2001',
    paths: ['lib/cookie.c'],
  });
  await server.call('request_checkpoint', {
    run_id,
    question: 'The old cookie table still has 212 rows that the new one lacks. Drop it anyway?',
    options: ['Keep it', 'Copy the rows, then drop it', 'Drop it'],
    risk: 'high',
  });
  await server.call('request_checkpoint', {
    run_id,
    question: 'May the public header lose `curl_cookie_old`?',
    options: ['Yes', 'No, deprecate it first'],
  });
  await addNearOnes(server);
  await server.call('propose_lesson', {
    when: 'Writing a page <img src=x onerror=alert(1)>',
    rule: '<script>alert(1)</script> Escape what users typed, with the template engine and not by hand.',
    why: '"><svg onload=alert(1)> {{7*7}} javascript:alert(1)',
  });
};

/** Lessons that say nearly the same, one of them in a person's own words: what a reviewer has to tell apart. */
const addNearOnes = async (server: Server): Promise<void> => {
  const { lesson_id } = await server.call<{ lesson_id: string }>('propose_lesson', {
    when: 'Adding a CI job',
    rule: 'Give the job a name that says the platform and the backend, and run it on pull requests only.',
    examples: ['add a job for OpenSSL on Windows'],
  });
  await server.command('review', 'accept', lesson_id);
  const { run_id } = await server.call<{ run_id: string }>('start_task', {
    task: 'Add a CI job for wolfSSL on macOS',
    task_key: 'CURL-2002',
    paths: ['.github/workflows/macos.yml'],
  });
  await server.call('record_correction', {
    run_id,
    wrong: 'The job runs on every push and is called "build".',
    right: 'Give the job a name that says the platform and the TLS backend, and run it on pull requests and on master.',
    when: 'Adding a CI job to a workflow',
    why: 'Two jobs of one name cannot be told apart in the list of checks.',
    quote: 'Not again: "build" says nothing. Name the platform and the backend, and run it on master too.',
    examples: ['add a CI job for wolfSSL on macOS', 'test the QUIC build nightly'],
  });
};
