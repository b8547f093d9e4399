/**
 * Predict, then see: what the state knows of it. While it is on, the state's recording ends where a question waits, so
 * that no view, list or export can tell what is still to come: it is not there. How it goes is in `predict.ts`.
 */
import type { Question } from '../trace/questions.ts';
import { type Comparison, type Timeline, timelineIndex, timelineLength } from './comparison.ts';
import type { Recording } from './recording.ts';

/** What is played, wherever in it one is. */
export interface Played {
  readonly recording: Recording;
  readonly comparison: Omit<Comparison, 'step' | 'position'> | null;
}

export interface Prediction {
  /** All of what is played. */
  readonly whole: Played;
  /** What may be shown of it: up to the next question, or all when none is left. */
  readonly shown: Played;
  readonly questions: readonly Question[];
  /** The first question that has not been answered, by index; as many as there are when none is left. */
  readonly next: number;
  /** Null while no question is put. */
  readonly asked: Asked | null;
}

/** Votes are taken, discussed and taken again before the run tells (Crouch and Mazur 2001); any part can be left out. */
export type Phase = 'first-vote' | 'discussion' | 'second-vote' | 'revealed';

export interface Asked {
  readonly question: Question;
  readonly phase: Phase;
  /** The first vote and the second. */
  readonly votes: readonly [Vote, Vote];
  /** The option whose explanation is wanted, by index; null for the true one alone. Before the end it is null. */
  readonly explained: number | null;
}

export interface Vote {
  /** The option that was chosen last, by index. */
  readonly choice: number | null;
  /** Hands that were counted, one number for each option. */
  readonly hands: readonly number[];
  /** Whether the next digit is added to the number of the chosen option, or begins another one. */
  readonly isTyping: boolean;
}

export const HANDS_MAX = 999;

export type PredictionAction =
  /** One's own vote; while counting, whose hands are counted. */
  | { readonly kind: 'choose-option'; readonly option: number }
  | { readonly kind: 'count-hands'; readonly option: number; readonly hands: number }
  /** One more digit of the number of hands for the chosen option. */
  | { readonly kind: 'type-digit'; readonly digit: number }
  /** On to the next part of the question, and at its end on with the run. */
  | { readonly kind: 'go-on' }
  /** `skip-question` goes on without it; `put-away` leaves it to be asked later. */
  | { readonly kind: 'reveal' | 'skip-question' | 'put-away' };

/** How far predicting has come, as a value that another window can take over. */
export interface PredictionPlace {
  readonly next: Prediction['next'];
  readonly asked: Omit<Asked, 'question'> | null;
}

interface Predicting {
  /** Null while nobody predicts. */
  readonly prediction: Prediction | null;
}

export function predictionPlace({ prediction }: Predicting): PredictionPlace | null {
  if (prediction === null) return null;
  const { next, asked } = prediction;
  if (asked === null) return { next, asked };
  const { phase, votes, explained } = asked;
  return { next, asked: { phase, votes, explained } };
}

/** One number for each option: the hands that were counted, or else one's own vote. */
export function countsOf({ choice, hands }: Vote): readonly number[] {
  return hands.some((count) => count > 0) ? hands : hands.map((_, option) => Number(option === choice));
}

/** A question hides how much is still to come. */
export function hidesMore({ prediction }: Predicting): boolean {
  return prediction !== null && prediction.next < prediction.questions.length;
}

/** Nothing is still to come: no step, and no question that hides any. */
export function isAtTheEnd(state: Predicting & Timeline): boolean {
  return !hidesMore(state) && timelineIndex(state) === timelineLength(state) - 1;
}
