/** Presses on the keywords and headings of an imported diagram. */
import type { MouseEvent } from 'react';
import type { PlayerStore } from '../../player/player.ts';
import type { Block } from '../../sequence/model.ts';
import { choiceAt } from '../../sequence/walk-choices.ts';
import { toggledFold } from '../../sequence/whole-view.ts';

/** Folds the frame whose keyword was clicked, or unfolds one; or takes the part whose heading was clicked. */
export function chooseRow(player: PlayerStore, { target }: Pick<MouseEvent, 'target'>): void {
  const row = target instanceof Element ? target.closest('[data-row]') : null;
  const index = Number(row?.getAttribute('data-row') ?? Number.NaN);
  const { recording, dispatch } = player.getState();
  const { blocks = [], walk } = recording.diagram.imported ?? {};
  const shown = recording.diagram.steps[index]?.row;
  const isOnKeyword = target instanceof Element && target.closest('[data-fold-frame]') !== null;
  const folding = shown?.kind === 'note' ? shown.folded : isOnKeyword ? beginning(blocks, index) : undefined;
  if (folding !== undefined) {
    dispatch({ kind: 'set-view', view: toggledFold(walk?.options.view, folding) });
    return;
  }
  blocks.forEach(({ parts, word }, block) => {
    const part = parts.findIndex(({ from }) => from === index);
    const isChoice = walk !== undefined && choiceAt(blocks, block, walk.options) !== null && word !== 'par';
    if (part >= 0 && isChoice) dispatch({ kind: 'choose-part', block, part });
  });
}

/** The frame whose first row this is. */
function beginning(blocks: readonly Block[], row: number): number | undefined {
  return blocks.find(({ from }) => from === row)?.id;
}
