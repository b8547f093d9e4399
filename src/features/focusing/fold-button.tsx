/** Folds the innermost frame around the present step, or unfolds the one that the present row stands for. */
import { useMemo } from 'react';
import type { SequenceDiagram } from '../../sequence/model.ts';
import { toggledFold } from '../../sequence/whole-view.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './focusing.module.css';
import { useView } from './use-view.ts';

const HEADING_CHARACTERS_MAX = 28;

export function FoldButton() {
  const words = useLoaded(useText().loadFocusText);
  const diagram = usePlayer(({ recording }) => recording.diagram);
  const step = usePlayer((player) => player.step);
  const dispatch = useDispatch();
  const [view] = useView();
  const frame = useMemo(() => frameAt(diagram, step), [diagram, step]);
  if (words === null || frame === null) return null;
  const { block, heading, isFolded } = frame;
  return (
    <button
      type="button"
      className={styles.choice}
      onClick={() => dispatch({ kind: 'set-view', view: toggledFold(view, block) })}
    >
      {isFolded ? words.unfold(heading) : words.fold(heading)}
    </button>
  );
}

interface FrameHere {
  readonly block: number;
  readonly heading: string;
  readonly isFolded: boolean;
}

function frameAt({ steps, imported }: SequenceDiagram, step: number): FrameHere | null {
  const row = steps[step]?.row;
  if (row?.kind === 'note' && row.folded !== undefined) {
    return { block: row.folded, heading: shortened(row.text), isFolded: true };
  }
  const inner = imported?.blocks.findLast(({ from, to }) => from <= step && step <= to);
  if (inner === undefined) return null;
  const first = steps[inner.from]?.row;
  const text = first?.kind === 'frame' ? first.text : '';
  return { block: inner.id, heading: shortened(`${inner.word} ${text}`), isFolded: false };
}

function shortened(text: string): string {
  const line = text.split('\n').join(' ').trim();
  return line.length <= HEADING_CHARACTERS_MAX ? line : `${line.slice(0, HEADING_CHARACTERS_MAX - 1)}…`;
}
