import type { Id } from '../ids.ts';
import type { Heard } from './captured.ts';
import type { HookAnswer } from './hook-answer.ts';

/** What a hook writes down for the next hook of the same session. */
export type SessionNote =
  | { readonly n: 'prompt'; readonly text: string }
  | { readonly n: 'did'; readonly what: string }
  | { readonly n: 'said'; readonly tail: string }
  | { readonly n: 'shown'; readonly ids: readonly Id[] }
  | { readonly n: 'heard'; readonly heard: Heard }
  | { readonly n: 'asked' }
  | { readonly n: 'recorded' }
  | { readonly n: 'closed' }
  | { readonly n: 'run'; readonly id: Id }
  | { readonly n: 'held'; readonly answer: HookAnswer }
  | { readonly n: 'released' }
  | { readonly n: 'forgot' };

export interface SessionState {
  /** Lessons that the agent still has before it. */
  readonly shown: ReadonlySet<Id>;
  /** The end of the agent's last words. */
  readonly said: string;
  /** What the agent did since the last prompt but one, newest last. */
  readonly did: readonly string[];
  readonly began: boolean;
  /** The person's current prompt. */
  readonly prompt: string;
  /** How many there were. */
  readonly prompts: number;
  /** What was heard and of which neither a lesson came nor the agent was asked. */
  readonly open: Heard | null;
  readonly asked: number;
  /** The agent ended its turn since the last prompt. */
  readonly finished: boolean;
  /** The agent itself recorded an outcome. */
  readonly closed: boolean;
  readonly run: Id | null;
  /** Text found at a moment at which the client takes none. */
  readonly held: HookAnswer | null;
}

const NOTHING: SessionState = {
  shown: new Set(),
  said: '',
  did: [],
  began: false,
  prompt: '',
  prompts: 0,
  open: null,
  asked: 0,
  finished: false,
  closed: false,
  run: null,
  held: null,
};

const REMEMBERED_ACTS = 8;

/** The state of a session, by its notes in the order in which they were written. */
export const sessionState = (notes: readonly SessionNote[]): SessionState => notes.reduce(withNote, NOTHING);

const withNote = (state: SessionState, note: SessionNote): SessionState => {
  switch (note.n) {
    case 'prompt':
      return { ...state, prompt: note.text, prompts: state.prompts + 1, finished: false, closed: false };
    case 'did':
      return { ...state, began: true, did: [...state.did, note.what].slice(-REMEMBERED_ACTS) };
    case 'said':
      return { ...state, began: true, finished: true, said: note.tail || state.said };
    case 'shown':
      return { ...state, shown: new Set([...state.shown, ...note.ids]) };
    case 'run':
      return { ...state, run: note.id };
    case 'forgot':
      return { ...state, shown: new Set(), held: null };
    case 'held':
      return { ...state, held: note.answer };
    case 'released':
      return { ...state, held: null };
    case 'closed':
      return { ...state, closed: true };
    default:
      return withQuestion(state, note);
  }
};

const withQuestion = (state: SessionState, note: SessionNote): SessionState => {
  if (note.n === 'heard') return { ...state, open: note.heard };
  if (note.n === 'asked') return { ...state, open: null, asked: state.asked + 1 };
  return note.n === 'recorded' ? { ...state, open: null } : state;
};
