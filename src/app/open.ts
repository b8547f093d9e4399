/** Opens the run that a link asks for, and reports the parts that couldn't be opened. */
import { seek } from '../player/comparison.ts';
import { hideNodes, withoutUnknownNodes } from '../player/hide-nodes.ts';
import { presentBranch, type RunHistory } from '../player/history.ts';
import { openingState } from '../player/opening-state.ts';
import { append } from '../player/rebase.ts';
import { recordingInSlices, recordingOf } from '../player/record.ts';
import { type Recording, wholeOf } from '../player/recording.ts';
import { reduce } from '../player/reduce.ts';
import type { RunPlan } from '../player/run-for-page.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { Command } from '../simulation/cluster.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { checkCommands } from '../simulation/validation/check-commands.ts';
import { variantOf } from '../simulation/variant-of.ts';
import { hiddenIn } from '../url/hidden-nodes.ts';
import type { Link } from '../url/link.ts';
import { otherBranches } from '../url/link-to.ts';
import { unpackHistory } from '../url/packed-history.ts';
import type { Problem } from '../url/problem.ts';
import { runOfLink } from '../url/run-of-link.ts';
import { historyIn, type Kept, nothingKept } from './kept-branches.ts';
import { nodeProblems, type Opened, stepProblem } from './opened.ts';

/** @param kept Branches from before a reload, as the browser has kept them: not checked. */
export function open(link: Link, phrasebook: Phrasebook, kept: Kept = nothingKept): Opened {
  const plan = runOfLink(link);
  return openRecording(recordingOf(plan, phrasebook), plan, { link, phrasebook, kept });
}

/** Like `open`, while the page answers: a link can ask for a run that takes seconds. */
export async function openInSlices(link: Link, phrasebook: Phrasebook, kept: Kept): Promise<Opened> {
  const plan = runOfLink(link);
  return openRecording(await recordingInSlices(plan, phrasebook), plan, { link, phrasebook, kept });
}

interface Opening {
  readonly link: Link;
  readonly phrasebook: Phrasebook;
  readonly kept: Kept;
}

function openRecording(whole: Recording, plan: RunPlan, { link, phrasebook, kept }: Opening): Opened {
  const { lesson, lessonPosition, step, compare, pair = 1 } = link;
  const hidden = hiddenIn(link.hide);
  // The step counts those that are left.
  const recording = hideNodes(whole, hidden);
  // A run that was truncated before its first visible step can't be shown.
  if (recording.diagram.steps.length === 0) {
    return open({ ...link, run: null, problems: [...link.problems, { kind: 'bad-run' }] }, phrasebook);
  }
  let state = openingState({
    lesson,
    phrasebook,
    recording,
    hidden,
    branches: [...(link.run?.branches ?? []), ...fittingFutures(kept.futures, plan.scenario)],
    ...(step !== undefined && { step: step - 1 }),
  });
  state = { ...state, history: withKept(state.history, kept, plan.scenario) };
  if (lessonPosition !== undefined && link.run === null) {
    state = reduce(state, { kind: 'open-lesson', lesson, lessonPosition });
  }
  const { run } = state.recording;
  if (compare !== undefined && run !== null && compare !== variantOf(run.scenario)) {
    state = reduce({ ...state, hidden }, { kind: 'compare-with', variant: compare });
    // One step of the run can be in several pairs.
    if (state.comparison?.pairs[pair - 1]?.own === state.step) state = seek(state, pair - 1);
  }
  state = withoutUnknownNodes(state);
  const problems: Problem[] = [...link.problems, ...stepProblem(link, state), ...nodeProblems(link, state)];
  const steps = wholeOf(state.recording).run?.steps ?? [];
  const count = plan.commands.length - steps.filter(({ kind }) => kind === 'command').length;
  if (count > 0) problems.push({ kind: 'commands-not-taken', count });
  return { state, problems };
}

/** The kept branches, with their order, if they belong to the same commands; otherwise those of both. */
function withKept(history: RunHistory, { branches }: Kept, scenario: Scenario): RunHistory {
  const kept = unpackHistory(historyIn(branches), scenario);
  if (kept === null) return history;
  const { commands } = presentBranch(history);
  const merged = append(kept, commands, scenario);
  return otherBranches(history, commands).reduce(
    (all, each) => ({ ...append(all, each, scenario), present: merged.present }),
    merged,
  );
}

/** Drops commands that make no sense in this scenario. */
export function fittingFutures(
  kept: readonly unknown[],
  scenario: Scenario,
): readonly (readonly Command[])[] {
  return kept.filter(
    (future: unknown): future is readonly Command[] => checkCommands(future, scenario).length === 0,
  );
}
