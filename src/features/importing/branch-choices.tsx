/** The ways past the frames around the present step: which part of it is walked, or that a loop is walked once. */
import { useEffect, useMemo, useRef } from 'react';
import type { FrameRow } from '../../sequence/model.ts';
import { type Choice, choicesAround, optionsOf } from '../../sequence/walk-choices.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './open.module.css';

const LABEL_CHARACTERS_MAX = 28;

export function BranchChoices() {
  const { opening } = useText();
  const dispatch = useDispatch();
  const diagram = usePlayer((player) => player.recording.diagram);
  const step = usePlayer((player) => player.step);
  const { imported } = diagram;
  const choices = useMemo(
    () => (imported === undefined ? [] : choicesAround(imported.blocks, step, imported.walk.options)),
    [imported, step],
  );
  const headingAt = (index: number | undefined): FrameRow | undefined => {
    const row = diagram.steps[index ?? -1]?.row;
    return row?.kind === 'frame' ? row : undefined;
  };
  const labelOf = ({ block, parts, word }: Choice, option: number): string => {
    if (word === 'par') return option === 0 ? opening.oneAfterAnother : opening.sideBySide;
    if (option === parts) return opening.otherwise;
    const heading = headingAt(imported?.blocks[block]?.parts[option]?.from);
    return heading === undefined ? '' : opening.branch(heading.word, shortened(heading.text));
  };
  const loop = imported?.blocks.findLast(
    ({ word, from, to }) => word === 'loop' && from <= step && step <= to,
  );
  const strip = useRef<HTMLDivElement>(null);
  const here = choices.map(({ block, chosen }) => `${block}-${chosen}`).join();
  // On a phone they're one line, which shows the innermost choice.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what scrolls.
  useEffect(() => {
    const element = strip.current;
    const chosen = element?.querySelectorAll<HTMLElement>('[data-checked="true"]');
    element?.scrollTo({ left: [...(chosen ?? [])].at(-1)?.offsetLeft ?? 0 });
  }, [here]);
  if (choices.length === 0 && loop === undefined) return null;
  return (
    <div className={styles.choices} ref={strip}>
      {choices.map((choice) => (
        <RadioGroup
          key={choice.block}
          label={headingAt(imported?.blocks[choice.block]?.from)?.text || choice.word}
          look="pills"
          options={Array.from({ length: optionsOf(choice) }, (_, option) => ({
            value: String(option),
            label: `${option + 1}. ${labelOf(choice, option)}`,
          }))}
          value={String(choice.chosen)}
          onChange={(value) => dispatch({ kind: 'choose-part', block: choice.block, part: Number(value) })}
        />
      ))}
      {loop !== undefined && (
        <p className={styles.loop}>{opening.loopOnce(countIn(headingAt(loop.from)?.text ?? ''))}</p>
      )}
    </div>
  );
}

function shortened(text: string): string {
  const line = text.split('\n').join(' ');
  return line.length <= LABEL_CHARACTERS_MAX ? line : `${line.slice(0, LABEL_CHARACTERS_MAX - 1)}…`;
}

/** A number of times, as in “3 times”, “×3”, “3x” or “3회”; null if the label names none. */
function countIn(label: string): number | null {
  const found = /(\d{1,6})\s*(?:times?\b|x\b|×|회|번)|[×x]\s*(\d{1,6})\b/i.exec(label);
  const digits = found?.[1] ?? found?.[2];
  return digits === undefined ? null : Number(digits);
}
