/**
 * The rules of predicting: where the run stops, how votes are taken, and what is visible meanwhile. Pure, like
 * `reduce`.
 */
import { comparisonRunsOf, type Question, questionsOf } from '../trace/questions.ts';
import type { Run } from '../trace/run.ts';
import { seek, timelineIndex, timelineLength } from './comparison.ts';
import {
  type Asked,
  countsOf,
  HANDS_MAX,
  type Played,
  type Prediction,
  type PredictionAction,
  type PredictionProgress,
  type Vote,
} from './prediction.ts';
import { atReachedScene } from './reached-scene.ts';
import { type Recording, shownStepAtOrBefore, wholeOf } from './recording.ts';
import type { Action, PlayerState } from './state.ts';
import { truncateAfter } from './truncate.ts';

type Reduce = (state: PlayerState, action: Action) => PlayerState;

/**
 * Asks from the present step on.
 *
 * @param state A state that shows its whole run.
 */
export function beginPredicting(state: PlayerState): PlayerState {
  const questions = questionsFor(state.recording);
  const next = firstFrom(state, questions);
  const whole = playedIn(state);
  return resumed(state, uncovered({ whole, shown: whole, questions, next, settled: null, asked: null }));
}

/** Index of the first question from the present step on; their number if there is none. */
function firstFrom({ recording, step }: PlayerState, questions: readonly Question[]): number {
  const found = questions.findIndex(({ at }) => shownStepAtOrBefore(recording, at) >= step);
  return found < 0 ? questions.length : found;
}

/**
 * The same run, with other words or other hidden nodes. An open question stays open unless its answer is hidden now, and no
 * settled one is asked again.
 *
 * @param state A state that shows its whole run.
 */
function keepPredicting(state: PlayerState, prediction: Prediction): PlayerState {
  const questions = questionsFor(state.recording);
  const { asked: open } = prediction;
  const asked = open !== null && questions.includes(open.question) ? open : null;
  const all = allQuestions(state.recording);
  const latest = [prediction.settled, prediction.questions[prediction.next - 1]];
  const settled = all.findLast((question) => latest.includes(question)) ?? null;
  const isOver = (question: Question) => settled !== null && all.indexOf(question) <= all.indexOf(settled);
  const afterSettled = questions.filter(isOver).length;
  const next =
    asked === null
      ? Math.max(afterSettled, firstFrom(state, questions))
      : questions.indexOf(asked.question) + Number(asked.phase === 'revealed');
  const whole = playedIn(state);
  return resumed(state, uncovered({ whole, shown: whole, questions, next, settled, asked }));
}

/**
 * Asks the same question as another window.
 *
 * @param state A state without a prediction.
 */
export function resumePredicting(
  state: PlayerState,
  { next, asked: there }: PredictionProgress,
): PlayerState {
  const questions = questionsFor(state.recording);
  const whole = playedIn(state);
  const kept = { whole, shown: whole, questions, next: Math.min(next, questions.length), settled: null };
  return resumed(state, uncovered({ ...kept, asked: askedAs(there, next, questions) }));
}

function resumed(state: PlayerState, prediction: Prediction): PlayerState {
  const shown = show(state, prediction);
  const last = timelineLength(shown) - 1;
  // A question always waits at the end of the visible part.
  return timelineIndex(shown) > last ? { ...seek(shown, last), isMoving: false } : shown;
}

/** Messages of other windows aren't trusted: votes for options that this question lacks are dropped. */
function askedAs(
  there: PredictionProgress['asked'],
  next: number,
  questions: readonly Question[],
): Asked | null {
  if (there === null) return null;
  const question = questions[there.phase === 'revealed' ? next - 1 : next];
  if (question === undefined) return null;
  const { options } = question;
  const isOption = (index: number | null) => index === null || index in options;
  const fits = ({ choice, hands }: Vote) => isOption(choice) && hands.length === options.length;
  return there.votes.every(fits) && isOption(there.explained)
    ? { question, ...there }
    : { ...newlyAsked(question), phase: there.phase };
}

/** The other variants are simulated once per run. */
const asked = new WeakMap<Run, readonly Question[]>();

/** In steps of the whole run. */
function allQuestions(recording: Recording): readonly Question[] {
  const { run } = wholeOf(recording);
  if (run === null) return [];
  const questions = asked.get(run) ?? questionsOf(run, comparisonRunsOf(run));
  asked.set(run, questions);
  return questions;
}

/** In steps of the whole run. Nothing is asked whose answer is hidden. */
function questionsFor(recording: Recording): readonly Question[] {
  const questions = allQuestions(recording);
  const { shown } = recording.hiding ?? {};
  if (shown === undefined) return questions;
  return questions.filter(({ at, seenAt }) => shown.includes(seenAt) && (shown[0] ?? 0) <= at);
}

function playedIn({ recording, comparison }: PlayerState): Played {
  return { recording, comparison };
}

/** Reveals as much as the next question allows. */
function uncovered(prediction: Prediction): Prediction {
  const { whole, questions, next } = prediction;
  const question = questions[next];
  if (question === undefined) return { ...prediction, shown: whole };
  return { ...prediction, shown: truncateAfter(whole, shownStepAtOrBefore(whole.recording, question.at)) };
}

/** Updates the state to what a prediction shows. */
function show(state: PlayerState, prediction: Prediction): PlayerState {
  return { ...playing(state, prediction.shown), prediction };
}

function playing(state: PlayerState, { recording, comparison }: Played): PlayerState {
  if (comparison === null || state.comparison === null) return { ...state, recording, comparison: null };
  const { step, position } = state.comparison;
  const isSame =
    state.comparison.recording === comparison.recording && state.comparison.pairs === comparison.pairs;
  return { ...state, recording, comparison: isSame ? state.comparison : { ...comparison, step, position } };
}

/** @param free Applies the action to a state without a prediction. */
export function reduceWhilePredicting(state: PlayerState, action: Action, free: Reduce): PlayerState {
  const { prediction } = state;
  if (prediction === null) return free(state, action);
  switch (action.kind) {
    case 'predict':
      return action.isOn ? state : { ...playing(state, prediction.whole), prediction: null };
    case 'sync-from-remote':
      return followWindow(state, prediction, action, free);
    case 'choose-option':
    case 'count-hands':
    case 'type-digit':
      return withAsked(state, prediction.asked && voted(prediction.asked, action));
    case 'reveal':
      return reveal(state, prediction);
    case 'put-away':
      return withAsked(state, null);
    case 'skip-question':
      return skip(state, prediction, free);
    case 'go-on':
      return prediction.asked === null ? state : goOn(state, prediction.asked, { kind: 'next-step' }, free);
    case 'next-step':
    case 'next-request':
    case 'last-step':
    case 'advance':
    case 'toggle-play':
      return prediction.asked === null
        ? follow(state, prediction, action, free)
        : goOn(state, prediction.asked, action, free);
    case 'previous-step':
      // A question is a position of its own: one step back leaves it, and shows the step where it waits.
      return prediction.asked === null ? follow(state, prediction, action, free) : withAsked(state, null);
    case 'start-at':
      return beginPredicting(free({ ...playing(state, prediction.whole), prediction: null }, action));
    case 'previous-request':
    case 'first-step':
    case 'go-to':
      return follow(withAsked(state, null), { ...prediction, asked: null }, action, free);
    default:
      return follow(state, prediction, action, free);
  }
}

function withAsked(state: PlayerState, next: Asked | null): PlayerState {
  const { prediction } = state;
  if (prediction === null || prediction.asked === next) return state;
  return { ...state, prediction: { ...prediction, asked: next } };
}

/** Syncs with another window, which may ask as well. Known questions and truncations are reused. */
function followWindow(
  state: PlayerState,
  prediction: Prediction,
  action: Extract<Action, { kind: 'sync-from-remote' }>,
  free: Reduce,
): PlayerState {
  const { whole, questions, next } = prediction;
  const { predicting } = action;
  const after = free({ ...playing(state, whole), prediction: null }, { ...action, predicting: null });
  if (predicting === null) return after;
  if (!isPlayed(after, whole) || predicting.next !== next) return resumePredicting(after, predicting);
  return resumed(after, { ...prediction, asked: askedAs(predicting.asked, next, questions) });
}

/** Whether this is the same recording, at any step. */
function isPlayed({ recording, comparison }: PlayerState, whole: Played): boolean {
  return (
    recording === whole.recording &&
    comparison?.recording === whole.comparison?.recording &&
    comparison?.pairs === whole.comparison?.pairs
  );
}

/** Applies the action to the whole recording, then truncates the result. Another run gets its own questions. */
function follow(state: PlayerState, prediction: Prediction, action: Action, free: Reduce): PlayerState {
  const { whole } = prediction;
  const after = free({ ...playing(state, whole), prediction: null }, action);
  if (wholeOf(after.recording).run !== wholeOf(whole.recording).run) return beginPredicting(after);
  if (after.recording.run !== whole.recording.run) return keepPredicting(after, prediction);
  const kept = isPlayed(after, whole) ? prediction : uncovered({ ...prediction, whole: playedIn(after) });
  return stopped(state, show(after, kept), action);
}

/** Moving past a question asks it. Dragging the slider stops just before. A hidden scene isn't entered. */
function stopped(from: PlayerState, state: PlayerState, action: Action): PlayerState {
  const { prediction } = state;
  const question = prediction?.questions[prediction.next];
  if (question === undefined) return state;
  const last = timelineLength(state) - 1;
  const place = timelineIndex(state);
  const wouldGoOn = action.kind === 'toggle-play' && state.isPlaying && place === last;
  if (place <= last && !wouldGoOn) return state;
  const { lessonPosition } = from;
  const seen = { ...seek(state, last), lessonPosition, isMoving: false, isPlaying: false };
  const before = atReachedScene(from, seen);
  return action.kind === 'go-to' ? before : withAsked(before, newlyAsked(question));
}

function newlyAsked(question: Question): Asked {
  const vote: Vote = { choice: null, hands: question.options.map(() => 0), isTyping: false };
  return { question, phase: 'first-vote', votes: [vote, vote], explained: null };
}

/** @param action The move to repeat once the question is settled. */
function goOn(state: PlayerState, present: Asked, action: Action, free: Reduce): PlayerState {
  const { prediction } = state;
  if (prediction === null) return state;
  switch (present.phase) {
    case 'first-vote':
      return withAsked(state, { ...present, phase: 'discussion' });
    case 'discussion':
      return withAsked(state, { ...present, phase: 'second-vote' });
    case 'second-vote':
      return reveal(state, prediction);
    case 'revealed':
      return follow(withAsked(state, null), { ...prediction, asked: null }, action, free);
    default:
      throw new Error(`Unknown phase ${present.phase satisfies never}`);
  }
}

/** From now on the run shows the outcome. */
function reveal(state: PlayerState, prediction: Prediction): PlayerState {
  const present = prediction.asked;
  if (present === null || present.phase === 'revealed') return state;
  const told: Asked = { ...present, phase: 'revealed', explained: mostVoted(present) };
  return show(state, uncovered({ ...prediction, next: prediction.next + 1, asked: told }));
}

function skip(state: PlayerState, prediction: Prediction, free: Reduce): PlayerState {
  if (prediction.asked === null) return state;
  if (prediction.asked.phase === 'revealed') {
    return goOn(state, prediction.asked, { kind: 'next-step' }, free);
  }
  const passed = uncovered({ ...prediction, next: prediction.next + 1, asked: null });
  return follow(show(state, passed), passed, { kind: 'next-step' }, free);
}

/** The option with the most votes in the last vote; null without votes. */
function mostVoted({ votes }: Asked): number | null {
  for (const vote of votes.toReversed()) {
    const counts = countsOf(vote);
    const most = Math.max(...counts);
    if (most > 0) return counts.indexOf(most);
  }
  return null;
}

type VoteAction = Extract<PredictionAction, { kind: 'choose-option' | 'count-hands' | 'type-digit' }>;

function voted(present: Asked, action: VoteAction): Asked {
  const { phase, question } = present;
  const isThere = action.kind === 'type-digit' || action.option in question.options;
  if (!isThere) return present;
  switch (phase) {
    case 'first-vote':
      return { ...present, votes: [changed(present.votes[0], action), present.votes[1]] };
    case 'second-vote':
      return { ...present, votes: [present.votes[0], changed(present.votes[1], action)] };
    case 'discussion':
      return present;
    case 'revealed':
      return action.kind === 'choose-option' ? { ...present, explained: action.option } : present;
    default:
      throw new Error(`Unknown phase ${phase satisfies never}`);
  }
}

function changed(vote: Vote, action: VoteAction): Vote {
  switch (action.kind) {
    case 'choose-option':
      return { ...vote, choice: action.option, isTyping: false };
    case 'count-hands':
      return { ...vote, hands: counted(vote.hands, action.option, action.hands) };
    case 'type-digit': {
      if (vote.choice === null) return vote;
      const before = vote.isTyping ? (vote.hands[vote.choice] ?? 0) : 0;
      const hands = before * 10 + action.digit;
      return { ...vote, isTyping: true, hands: counted(vote.hands, vote.choice, hands) };
    }
    default:
      throw new Error(`Unknown action ${action satisfies never}`);
  }
}

function counted(hands: readonly number[], option: number, count: number): readonly number[] {
  return hands.with(option, Math.min(Math.max(0, Math.floor(count)), HANDS_MAX));
}
