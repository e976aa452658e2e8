import type { Revision } from './play-suite.ts';

/**
 * Scenarios that call tools, resources or prompts by the suite's own names. They are played against Hone's HTTP door with
 * those names behind it; every other scenario against the built `hone serve --http`.
 */
export const WITH_FIXTURES: ReadonlySet<string> = new Set([
  'server-stateless',
  'completion-complete',
  'tools-call-simple-text',
  'tools-call-image',
  'tools-call-audio',
  'tools-call-embedded-resource',
  'tools-call-mixed-content',
  'tools-call-error',
  'tools-call-with-progress',
  'resources-read-text',
  'resources-read-binary',
  'resources-templates-read',
  'prompts-get-simple',
  'prompts-get-with-args',
  'prompts-get-embedded-resource',
  'prompts-get-with-image',
  'json-schema-2020-12',
  'input-required-result-basic-elicitation',
  'input-required-result-basic-sampling',
  'input-required-result-basic-list-roots',
  'input-required-result-request-state',
  'input-required-result-multiple-input-requests',
  'input-required-result-multi-round',
  'input-required-result-missing-input-response',
  'input-required-result-non-tool-request',
  'input-required-result-result-type',
  'input-required-result-tampered-state',
  'input-required-result-capability-check',
  'input-required-result-ignore-extra-params',
  'input-required-result-validate-input',
]);

const TASKS =
  'Of the tasks extension, which Hone does not declare: none of its tools takes long enough to be asked for again.';
const LOGGING =
  'Hone declares no logging: the protocol retires it, and a server writes its log to stderr and its own file.';
const PUSH =
  'Needs a request from the server to the client within a session. Over HTTP Hone serves this revision without sessions; a question (`request_checkpoint`) waits in the store instead, and is put to the client over stdio and in the newer revision.';
const SUBSCRIBE = 'Hone declares no subscriptions to single resources: each is read when it is needed.';
const SESSIONS = 'Only for servers with sessions. Hone gives none out: what belongs together carries a `run_id`.';

/** Scenarios that do not apply to Hone, and why. Whoever adds one says why; one that begins to pass must leave the list. */
export const NOT_APPLICABLE: Readonly<Record<Revision, Readonly<Record<string, string>>>> = {
  '2026-07-28': {
    'tasks-lifecycle': TASKS,
    'tasks-capability-negotiation': TASKS,
    'tasks-wire-fields': TASKS,
    'tasks-request-state-removal': TASKS,
    'tasks-mrtr-input': TASKS,
    'tasks-request-headers': TASKS,
    'tasks-dispatch-and-envelope': TASKS,
    'tasks-status-notifications': TASKS,
    'tasks-required-task-error': TASKS,
    'tasks-mrtr-composition': TASKS,
    'http-custom-header-server-validation':
      'Only for tools whose arguments are repeated in headers for a router on the way. Hone has none: what a task is about belongs in no access log.',
  },
  '2025-11-25': {
    'logging-set-level': LOGGING,
    'tools-call-with-logging': LOGGING,
    'tools-call-sampling': PUSH,
    'tools-call-elicitation': PUSH,
    'elicitation-sep1034-defaults': PUSH,
    'elicitation-sep1330-enums': PUSH,
    'resources-subscribe': SUBSCRIBE,
    'resources-unsubscribe': SUBSCRIBE,
    'server-session-lifecycle': SESSIONS,
    'server-sse-multiple-streams': SESSIONS,
    'server-sse-polling': SESSIONS,
  },
};
