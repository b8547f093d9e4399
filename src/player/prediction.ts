/**
 * State of "predict, then see". While it's on, the state's recording ends where a question waits, so no view, list or
 * export can reveal what follows. The rules are in `predict.ts`.
 */
import type { Question } from '../trace/questions.ts';
import { type Comparison, type Timeline, timelineIndex, timelineLength } from './comparison.ts';
import type { Recording } from './recording.ts';

/** What is played, at any step. */
export interface Played {
  readonly recording: Recording;
  readonly comparison: Omit<Comparison, 'step' | 'position'> | null;
}

export interface Prediction {
  /** All of it. */
  readonly whole: Played;
  /** The visible part: up to the next question, or all when none is left. */
  readonly shown: Played;
  readonly questions: readonly Question[];
  /** Index of the first unanswered question; their number when none is left. */
  readonly next: number;
  /** The last settled question when the hidden nodes last changed, which `questions` may lack; null for none. */
  readonly settled: Question | null;
  /** Null while no question is open. */
  readonly asked: Asked | null;
}

/**
 * Votes are taken, discussed and taken again before the run reveals the answer (Crouch and Mazur 2001). Any part can be
 * left out.
 */
export type Phase = 'first-vote' | 'discussion' | 'second-vote' | 'revealed';

export interface Asked {
  readonly question: Question;
  readonly phase: Phase;
  /** The first vote and the second. */
  readonly votes: readonly [Vote, Vote];
  /** Index of the option to explain; null for the true one alone. Null before the end. */
  readonly explained: number | null;
}

export interface Vote {
  /** Index of the option that was chosen last. */
  readonly choice: number | null;
  /** Counted hands, one number per option. */
  readonly hands: readonly number[];
  /** Whether the next digit extends the chosen option's number, or starts a new one. */
  readonly isTyping: boolean;
}

export const HANDS_MAX = 999;

export type PredictionAction =
  /** One's own vote; while counting, the option whose hands are counted. */
  | { readonly kind: 'choose-option'; readonly option: number }
  | { readonly kind: 'count-hands'; readonly option: number; readonly hands: number }
  /** The next digit of the chosen option's number of hands. */
  | { readonly kind: 'type-digit'; readonly digit: number }
  /** To the next phase of the question, and at its end on with the run. */
  | { readonly kind: 'go-on' }
  /** `skip-question` continues without it; `put-away` leaves it to be asked later. */
  | { readonly kind: 'reveal' | 'skip-question' | 'put-away' };

/** Progress of predicting, as a value that another window can take over. */
export interface PredictionProgress {
  readonly next: Prediction['next'];
  readonly asked: Omit<Asked, 'question'> | null;
}

interface Predicting {
  /** Null while not predicting. */
  readonly prediction: Prediction | null;
}

export function predictionProgress({ prediction }: Predicting): PredictionProgress | null {
  if (prediction === null) return null;
  const { next, asked } = prediction;
  if (asked === null) return { next, asked };
  const { phase, votes, explained } = asked;
  return { next, asked: { phase, votes, explained } };
}

/** One number per option: counted hands, or one's own vote. */
export function countsOf({ choice, hands }: Vote): readonly number[] {
  return hands.some((count) => count > 0) ? hands : hands.map((_, option) => Number(option === choice));
}

/** Whether a question hides later steps. */
export function hidesMore({ prediction }: Predicting): boolean {
  return prediction !== null && prediction.next < prediction.questions.length;
}

/** Whether no step is left, and no question that hides any. */
export function isAtTheEnd(state: Predicting & Timeline): boolean {
  return !hidesMore(state) && timelineIndex(state) === timelineLength(state) - 1;
}
