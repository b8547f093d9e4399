/** Every run of a lesson as one text: the opening's first, then those of its scenes and its closing. */

import type { Lesson } from '../../src/lessons/lesson.ts';
import { comparedScenario } from '../../src/player/compare.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import { variantOf } from '../../src/simulation/variant-of.ts';
import type { Run } from '../../src/trace/run.ts';
import { traceHash } from '../../src/trace/trace-hash.ts';
import { runOf } from './run-of.ts';
import { INDENT, SAME, stepTexts, timeOf } from './trace-text.ts';

/** A single step isn't worth a reference. */
const COMMON_MIN = 2;

interface ShownRun {
  /** Where the lesson shows it: `opening`, a scene's ID, `closing`, `beside closing`. */
  readonly shownAt: string[];
  readonly run: Run;
}

interface WrittenRun extends ShownRun {
  readonly texts: readonly string[];
}

/** The common beginning with an earlier run isn't repeated, so that a change appears once in a diff. */
export function lessonTrace(lesson: Lesson): string {
  const written = runsOf(lesson).map((shown) => ({ ...shown, texts: stepTexts(shown.run) }));
  const blocks = written.map((own, index) => blockOf(own, written.slice(0, index)));
  return `${blocks.join('\n\n')}\n`;
}

function blockOf({ shownAt, run, texts }: WrittenRun, earlier: readonly WrittenRun[]): string {
  const header = `${shownAt.join(', ')}: ${variantOf(run.scenario)}, trace ${traceHash(run.events)}`;
  const counts = earlier.map((each) => commonCount(each.texts, texts));
  const common = Math.max(0, ...counts);
  const last = run.steps[common - 1];
  if (common < COMMON_MIN || last === undefined) return [header, ...texts].join('\n');
  const alike = earlier[counts.indexOf(common)]?.shownAt[0];
  const reference = `${INDENT}as in ${alike} until ${timeOf(last, run.events).trimStart()}`;
  return [header, reference, ...texts.slice(common)].join('\n');
}

function runsOf(lesson: Lesson): readonly ShownRun[] {
  const { scenario, scenes, closing } = lesson;
  const byPlan = new Map<string, ShownRun>();
  const add = (name: string, of: Scenario, commands: readonly Command[]) => {
    const plan = JSON.stringify([of, commands]);
    const known = byPlan.get(plan);
    if (known === undefined) byPlan.set(plan, { shownAt: [name], run: runOf(of, commands) });
    else known.shownAt.push(name);
  };
  add('opening', scenario, []);
  for (const each of [...scenes, { ...closing, id: 'closing' }]) {
    const own = each.scenario ?? scenario;
    const commands = each.commands ?? [];
    add(each.id, own, commands);
    const compared = each.compareWith === undefined ? null : comparedScenario(lesson, own, each.compareWith);
    if (compared !== null) add(`beside ${each.id}`, compared, commands);
  }
  return [...byPlan.values()];
}

/** Number of equal lines at the beginning. The next line can't refer to the one above it, which isn't written here. */
function commonCount(one: readonly string[], other: readonly string[]): number {
  const differing = other.findIndex((text, index) => text !== one[index]);
  let count = differing < 0 ? other.length : differing;
  while (other[count]?.includes(SAME)) count -= 1;
  return count;
}
