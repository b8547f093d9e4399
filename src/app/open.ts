/** Opens the player on what a link asks for, and says what in the link could not be had. */
import type { Phrasebook } from '../diagram/phrasebook.ts';
import { createPlayer, type PlayerStore } from '../player/player.ts';
import type { Link } from '../share/link.ts';
import type { LinkProblem } from '../share/problem.ts';

export interface Opened {
  readonly player: PlayerStore;
  readonly problems: readonly LinkProblem[];
}

export function open(link: Link, phrasebook: Phrasebook): Opened {
  const { commands, ...change } = link.run;
  const player = createPlayer({
    lesson: link.lesson,
    phrasebook,
    commands,
    change: { ...change, ...(link.strategy !== undefined && { strategy: link.strategy }) },
    ...(link.step !== undefined && { step: link.step - 1 }),
  });
  const shown = player.getState().step + 1;
  const isElsewhere = link.step !== undefined && link.step !== shown;
  const problems: LinkProblem[] = isElsewhere
    ? [{ kind: 'step-out-of-range', value: link.step ?? 0, shown }]
    : [];
  return { player, problems: [...link.problems, ...problems] };
}
