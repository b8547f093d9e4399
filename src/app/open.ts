/** Opens the player on what a link asks for, and says what in the link could not be had. */

import { createPlayer, type PlayerStore } from '../player/player.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { Command } from '../simulation/cluster.ts';
import { variantOf, withVariant } from '../simulation/variants.ts';
import type { Link } from '../url/link.ts';
import type { Problem } from '../url/problem.ts';

export interface Opened {
  readonly player: PlayerStore;
  readonly problems: readonly Problem[];
}

/** @param futures Tried before the page was loaded again. */
export function open(
  link: Link,
  phrasebook: Phrasebook,
  futures: readonly (readonly Command[])[] = [],
): Opened {
  const { scenario, commands } = link.run ?? { scenario: link.lesson.scenario, commands: [] };
  const player = createPlayer({
    lesson: link.lesson,
    phrasebook,
    scenario: link.variant === undefined ? scenario : withVariant(scenario, link.variant),
    commands,
    futures: [...(link.run?.futures ?? []), ...futures],
    ...(link.detail !== undefined && { detail: link.detail }),
    ...(link.step !== undefined && { step: link.step - 1 }),
  });
  const { dispatch, recording } = player.getState();
  // A run that is cut off before anything is to be seen is none that a stage can show.
  if (recording.diagram.steps.length === 0) {
    return open({ ...link, run: null, problems: [...link.problems, { kind: 'bad-run' }] }, phrasebook);
  }
  if (link.lessonPosition !== undefined && link.run === null) {
    dispatch({ kind: 'open-lesson', lesson: link.lesson, lessonPosition: link.lessonPosition });
  }
  const { run } = player.getState().recording;
  if (link.compare !== undefined && run !== null && link.compare !== variantOf(run.scenario)) {
    dispatch({ kind: 'compare-with', variant: link.compare });
  }
  const shown = player.getState().step + 1;
  const isElsewhere = link.step !== undefined && link.step !== shown;
  const problems: Problem[] = [...link.problems];
  if (isElsewhere) problems.push({ kind: 'step-out-of-range', value: link.step ?? 0, shown });
  const steps = player.getState().recording.run?.steps ?? [];
  const count = commands.length - steps.filter(({ kind }) => kind === 'command').length;
  if (count > 0) problems.push({ kind: 'commands-not-taken', count });
  return { player, problems };
}
