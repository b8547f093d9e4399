/** Opens the player on what a link asks for, and says what in the link could not be had. */
import type { Phrasebook } from '../diagram/phrasebook.ts';
import { createPlayer, type PlayerStore } from '../player/player.ts';
import type { Link } from '../share/link.ts';
import type { Problem } from '../share/problem.ts';
import type { Command } from '../simulation/cluster.ts';

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
  const { commands, ...change } = link.run;
  const player = createPlayer({
    lesson: link.lesson,
    phrasebook,
    commands,
    futures,
    change: { ...change, ...(link.strategy !== undefined && { strategy: link.strategy }) },
    ...(link.step !== undefined && { step: link.step - 1 }),
  });
  if (link.compare !== undefined && link.compare !== player.getState().recording.run?.scenario.strategy) {
    player.getState().dispatch({ kind: 'compare-with', strategy: link.compare });
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
