/** What comes out of an incident before and after its fix, at the end of the run. */
import type { Lesson } from '../lessons/lesson.ts';
import { type Command, DATABASE } from '../simulation/cluster.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { emptyMemory } from '../trace/node-memory.ts';
import { outcomesOf, type RequestOutcome } from '../trace/outcomes.ts';
import type { Run } from '../trace/run.ts';
import { type FixSide, onSide, sideOf } from './fix.ts';
import { runForPage } from './run-for-page.ts';

const figureIds = [
  ...(['served', 'asked-again', 'refused', 'failed', 'charges', 'items'] as const),
  ...(['sessions-lost', 'bytes-per-request'] as const),
] as const;
export type FigureId = (typeof figureIds)[number];

interface Figure {
  readonly id: FigureId;
  readonly before: number;
  readonly after: number;
}

export interface IncidentFigures {
  /** Requests of the run on the stage. */
  readonly requests: number;
  readonly figures: readonly Figure[];
}

type SideFigures = Readonly<Record<FigureId, number>>;

const known = new WeakMap<Run, IncidentFigures>();

/** Simulates the other side once. Figures that are 0 on both sides are left out. */
export function incidentFigures(lesson: Lesson, run: Run): IncidentFigures {
  const cached = known.get(run);
  if (cached !== undefined) return cached;
  const side = sideOf(lesson, run.scenario) ?? 'before';
  const own = figuresOf(run);
  const other = figuresOf(otherRun(lesson, run, side === 'before' ? 'after' : 'before'));
  const [before, after] = side === 'before' ? [own, other] : [other, own];
  const figures = figureIds
    .map((id) => ({ id, before: before[id], after: after[id] }))
    .filter((each) => each.before > 0 || each.after > 0);
  const found = { requests: run.scores.at(-1)?.requestsSettled ?? 0, figures };
  known.set(run, found);
  return found;
}

interface Plan {
  readonly scenario: Scenario;
  readonly commands: readonly Command[];
}

function otherRun(lesson: Lesson, { scenario, commands }: Plan, side: FixSide): Run {
  return runForPage({ scenario: onSide(lesson, scenario, side), commands });
}

function figuresOf(run: Run): SideFigures {
  const outcomes = [...outcomesOf(run).values()];
  const score = run.scores.at(-1);
  const heard = (verdict: string) =>
    outcomes.filter((each) => each.kind === 'heard' && each.verdict === verdict).length;
  return {
    served: heard('answered'),
    'asked-again': heard('asked-again'),
    refused: heard('refused'),
    failed: score?.requestsFailed ?? 0,
    charges: chargesIn(run),
    items: outcomes.reduce((sum, each) => sum + itemsIn(each), 0),
    'sessions-lost': score?.sessionsLost ?? 0,
    'bytes-per-request': Math.round((score?.clientBytes ?? 0) / Math.max(1, score?.requestsSettled ?? 1)),
  };
}

/** What the database has charged, whether or not a client was told. */
function chargesIn({ states }: Run): number {
  let count = 0;
  for (const { item } of states.at(-1)?.snapshot.get(DATABASE)?.memory ?? emptyMemory) {
    if (item.kind === 'charge') count += 1;
  }
  return count;
}

/** Items that were sold. */
function itemsIn(outcome: RequestOutcome): number {
  return outcome.kind === 'heard' && outcome.meaning.kind === 'paid' ? outcome.meaning.order.quantity : 0;
}
