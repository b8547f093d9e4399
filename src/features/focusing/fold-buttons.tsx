/** Folds the frames around the present step, and unfolds the present one. */
import { useMemo } from 'react';
import type { SequenceDiagram } from '../../sequence/model.ts';
import { toggledFold } from '../../sequence/whole-view.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './focusing.module.css';
import { useView } from './use-view.ts';

const HEADING_CHARACTERS_MAX = 28;

export function FoldButtons() {
  const words = useLoaded(useText().loadFocusText);
  const diagram = usePlayer(({ recording }) => recording.diagram);
  const step = usePlayer((player) => player.step);
  const dispatch = useDispatch();
  const [view] = useView();
  const frames = useMemo(() => framesAt(diagram, step), [diagram, step]);
  if (words === null || frames.length === 0) return null;
  return (
    <div className={styles.folds}>
      {frames.map(({ block, heading, isFolded }) => (
        <button
          key={block}
          type="button"
          onClick={() => dispatch({ kind: 'set-view', view: toggledFold(view, block) })}
        >
          {isFolded ? words.unfold(heading) : words.fold(heading)}
        </button>
      ))}
    </div>
  );
}

interface FrameHere {
  readonly block: number;
  readonly heading: string;
  readonly isFolded: boolean;
}

function framesAt({ steps, imported }: SequenceDiagram, step: number): readonly FrameHere[] {
  const row = steps[step]?.row;
  const around = (imported?.blocks ?? []).flatMap(({ id, word, from, to }): readonly FrameHere[] => {
    const first = steps[from]?.row;
    const text = first?.kind === 'frame' ? first.text : '';
    if (step < from || step > to) return [];
    return [{ block: id, heading: shortened(`${word} ${text}`), isFolded: false }];
  });
  if (row?.kind !== 'note' || row.folded === undefined) return around;
  return [...around, { block: row.folded, heading: shortened(row.text), isFolded: true }];
}

function shortened(text: string): string {
  const line = text.split('\n').join(' ').trim();
  return line.length <= HEADING_CHARACTERS_MAX ? line : `${line.slice(0, HEADING_CHARACTERS_MAX - 1)}…`;
}
