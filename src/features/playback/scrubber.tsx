/** The slider of steps, with its marks. It shows the run's length, but nothing of later steps. */
import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { timelineIndex, timelineSteps } from '../../player/comparison.ts';
import { noReturnResult } from '../../player/no-return-result.ts';
import type { DiagramStep } from '../../sequence/model.ts';
import { deferred } from '../../ui/deferred.tsx';
import { useDispatch, usePlayer, usePlayerStore } from '../player-context.ts';
import { useStageText } from '../text-context.ts';
import { type MarkGroup, pressedGroup, previousIn } from './group-marks.ts';
import { Marks, useMarkGroups } from './marks.tsx';
import styles from './scrubber.module.css';

const NoReturnTrack = deferred(async () => (await import('./no-return-track.tsx')).NoReturnTrack);

/** With more steps, dots would overlap. Marks are still drawn. */
const DOTS_MAX = 40;

interface ScrubberProps {
  /** Where the other branches leave the present one. */
  readonly otherBranches?: ReactNode;
}

export function Scrubber({ otherBranches }: ScrubberProps) {
  const steps = useTrack();
  const step = usePlayer(timelineIndex);
  const position = positionOf(step, steps.length);
  const track = useRef<HTMLDivElement>(null);
  const groups = useMarkGroups(steps, step, track);
  const result = useStore(noReturnResult, (found) => found.result);
  return (
    <div className={styles.scrubber}>
      <div className={styles.track} ref={track} aria-hidden="true">
        <div className={styles.done} style={{ transform: `scaleX(${position})` }} />
        {steps.length <= DOTS_MAX && <Dots steps={steps} step={step} />}
        {otherBranches}
        <Marks groups={groups} count={steps.length} />
        {/* Moved by transform, which needs no layout. */}
        <span className={styles.thumb} data-thumb style={{ transform: `translateX(${position * 100}cqi)` }} />
      </div>
      {result !== null && <NoReturnTrack result={result} />}
      <StepInput step={step} count={steps.length} groups={groups} track={track} />
    </div>
  );
}

function useTrack(): readonly DiagramStep[] {
  const recording = usePlayer((player) => player.recording);
  const pairs = usePlayer((player) => player.comparison?.pairs);
  const player = usePlayerStore();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the track is another one when pairs or recording are.
  return useMemo(() => timelineSteps(player.getState()), [player, recording, pairs]);
}

interface StepInputProps {
  readonly step: number;
  readonly count: number;
  readonly groups: readonly MarkGroup[];
  readonly track: RefObject<HTMLElement | null>;
}

/**
 * The slider itself, invisible above its picture. Its value is set directly: React would also write it to the page as
 * the attribute for form resets.
 */
function StepInput({ step, count, groups, track }: StepInputProps) {
  const text = useStageText();
  const dispatch = useDispatch();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const element = input.current;
    if (element === null) return;
    element.max = String(count);
    element.value = String(step + 1);
  }, [step, count]);
  const pressed = useRef({ x: 0, pointer: '', step, groups });
  return (
    <input
      type="range"
      className={styles.input}
      ref={input}
      aria-label={text.step}
      aria-valuetext={text.stepOf(step + 1, count)}
      min={1}
      onPointerDown={({ clientX: x, pointerType: pointer }) => {
        // The browser moves the slider before the click, which hides later marks.
        pressed.current = { x, pointer, step, groups };
      }}
      // A press on a sign goes to its last step before the present one, and further presses to those before.
      onClick={({ clientX: x }) => {
        const before = pressed.current;
        if (Math.abs(x - before.x) > DRAG_PX) return;
        const group = groupAt(track.current, before, count);
        if (group !== undefined) dispatch({ kind: 'go-to', step: previousIn(group, before.step) });
      }}
      onInput={(event) => dispatch({ kind: 'go-to', step: Number(event.currentTarget.value) - 1 })}
    />
  );
}

/** A pointer that has moved further was dragged. */
const DRAG_PX = 4;

interface PressedSlider {
  readonly x: number;
  readonly pointer: string;
  readonly step: number;
  readonly groups: readonly MarkGroup[];
}

function groupAt(
  track: HTMLElement | null,
  { x, pointer, step, groups }: PressedSlider,
  count: number,
): MarkGroup | undefined {
  if (track === null) return undefined;
  const { left, width } = track.getBoundingClientRect();
  const xOfPx = (index: number) => left + width * positionOf(index, count);
  return pressedGroup(groups, { xPx: x, pointer, step, xOfPx });
}

/** From 0 at the first of `count` steps to 1 at the last. */
export function positionOf(index: number, count: number): number {
  return count === 1 ? 0 : index / (count - 1);
}

interface DotsProps {
  readonly steps: readonly DiagramStep[];
  readonly step: number;
}

function Dots({ steps, step }: DotsProps) {
  return steps.map((_, index) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place.
      key={index}
      className={styles.dot}
      data-done={index <= step}
      style={at(positionOf(index, steps.length))}
    />
  ));
}

export function at(position: number): CSSProperties {
  return { insetInlineStart: `${position * 100}%` };
}
