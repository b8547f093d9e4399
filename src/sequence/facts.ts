/** Reads a run into facts: codes for what each step shows, without words. */
import type { Scenario } from '../simulation/scenario.ts';
import { traitsOf } from '../simulation/variants.ts';
import type { Run } from '../trace/run.ts';
import type { Score } from '../trace/score.ts';
import { CircumstanceReader } from './circumstances.ts';
import { FactReader, keepingOf } from './fact-reader.ts';
import { finished, type Interruptible } from './interruptible.ts';
import { readOperator } from './operator-facts.ts';
import type { Keeping, StepFacts } from './step-facts.ts';

const factsByRun = new WeakMap<Run, readonly StepFacts[]>();

/** Memoised by run. */
export function factsOf(run: Run): readonly StepFacts[] {
  return finished(factsInPieces(run));
}

/** Steps a piece of work: less than a millisecond. */
const STEPS_PER_PIECE = 50;

/** Like `factsOf`, in pieces. */
export function* factsInPieces(run: Run): Interruptible<readonly StepFacts[]> {
  const known = factsByRun.get(run);
  if (known !== undefined) return known;
  const reader = new RunFactReader(run.scenario);
  for (let count = STEPS_PER_PIECE; count < run.steps.length; count += STEPS_PER_PIECE) {
    reader.readUpTo(count, run);
    yield;
  }
  return reader.finish(run);
}

/** What a step's facts are read from. */
type ReadRun = Pick<Run, 'events' | 'steps' | 'states' | 'scores'>;

/** Reads the facts of a run's steps in several goes. */
export class RunFactReader {
  readonly #keeps: Keeping;
  readonly #hasOwnKeys: boolean;
  readonly #retransmits: boolean;
  readonly #reader: FactReader;
  readonly #circumstances: CircumstanceReader;
  readonly #facts: StepFacts[] = [];

  constructor(scenario: Scenario) {
    this.#keeps = keepingOf(scenario);
    this.#hasOwnKeys =
      scenario.kind === 'cluster' && traitsOf(scenario).usesKeys && scenario.keys.kind === 'own';
    this.#retransmits = scenario.kind === 'cluster' && scenario.network.cutLinks === 'delay';
    this.#reader = new FactReader(scenario, this.#keeps);
    this.#circumstances = new CircumstanceReader(scenario);
  }

  /**
   * Reads on, up to a step, exclusive.
   *
   * @param run The same as before up to where it has been read.
   */
  readUpTo(count: number, run: ReadRun): void {
    while (this.#facts.length < count) this.#facts.push(this.#factsAt(this.#facts.length, run));
  }

  /** Reads the rest, which is what `factsOf` returns for this run. Call it once. */
  finish(run: Run): readonly StepFacts[] {
    this.readUpTo(run.steps.length, run);
    factsByRun.set(run, this.#facts);
    return this.#facts;
  }

  #factsAt(index: number, run: ReadRun): StepFacts {
    const step = run.steps[index];
    if (step === undefined) throw new Error(`The run has no step ${index}.`);
    const [score, before] = [run.scores[index], run.scores[index - 1]];
    const lost = lostWithNodes(score) - lostWithNodes(before);
    const circumstances = this.#circumstances.readUpTo(step, run.events);
    switch (step.kind) {
      case 'command':
        return readOperator(step, {
          keeps: this.#keeps,
          hasOwnKeys: this.#hasOwnKeys,
          retransmits: this.#retransmits,
          sessionsLost: lost,
          changesLost: changesLost(score) - changesLost(before),
          state: run.states[index],
        });
      case 'occurrence':
        return this.#reader.occurrence(step, lost);
      case 'message':
        return this.#reader.message(step, run.states[index]?.changes ?? [], circumstances);
      default:
        throw new Error(`Unknown step ${step satisfies never}`);
    }
  }
}

function lostWithNodes(score: Score | undefined): number {
  return score === undefined ? 0 : score.losses.crashed + score.losses.left;
}

function changesLost(score: Score | undefined): number {
  return score?.losses['change-crashed'] ?? 0;
}
