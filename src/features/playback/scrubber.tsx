/** The slider of steps, with its marks. It shows the run's length, but nothing of later steps. */
import { RotateCw, X, Zap } from 'lucide-react';
import { type CSSProperties, memo, useLayoutEffect, useMemo, useRef } from 'react';
import { timelineIndex, timelineSteps } from '../../player/comparison.ts';
import { forkStep } from '../../player/fork.ts';
import type { DiagramStep } from '../../sequence/model.ts';
import { useDispatch, usePlayer, usePlayerStore } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './scrubber.module.css';

/** With more steps, dots would overlap. Marks are still drawn. */
const DOTS_MAX = 40;

export function Scrubber() {
  const steps = useTrack();
  const step = usePlayer(timelineIndex);
  const position = positionOf(step, steps.length);
  return (
    <div className={styles.scrubber}>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.done} style={{ transform: `scaleX(${position})` }} />
        {steps.length <= DOTS_MAX && <Dots steps={steps} step={step} />}
        <OtherBranches />
        <Marks steps={steps} step={step} />
        {/* Moved by transform, which needs no layout. */}
        <span className={styles.thumb} style={{ transform: `translateX(${position * 100}cqi)` }} />
      </div>
      <StepInput step={step} count={steps.length} />
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

/**
 * The slider itself, invisible above its picture. Its value is set directly: React would also write it to the page as
 * the attribute for form resets.
 */
function StepInput({ step, count }: { readonly step: number; readonly count: number }) {
  const text = useText();
  const dispatch = useDispatch();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const element = input.current;
    if (element === null) return;
    element.max = String(count);
    element.value = String(step + 1);
  }, [step, count]);
  return (
    <input
      type="range"
      className={styles.input}
      ref={input}
      aria-label={text.step}
      aria-valuetext={text.stepOf(step + 1, count)}
      min={1}
      onInput={(event) => dispatch({ kind: 'go-to', step: Number(event.currentTarget.value) - 1 })}
    />
  );
}

/** From 0 at the first of `count` steps to 1 at the last. */
function positionOf(index: number, count: number): number {
  return count === 1 ? 0 : index / (count - 1);
}

/** More lines would reach out of the playback bar. */
const LINES_MAX = 3;

/** Where the other branches leave the present one: one line each, the latest nearest. */
const OtherBranches = memo(function OtherBranches() {
  const { diagram, run } = usePlayer((player) => player.recording);
  const pairs = usePlayer((player) => player.comparison?.pairs);
  const { all, present } = usePlayer((player) => player.history);
  const places = pairs?.length ?? diagram.steps.length;
  const placeOfStep = (step: number) => pairs?.findIndex(({ own }) => own === step) ?? step;
  const forks = useMemo(() => {
    if (run === null) return [];
    const others = all.filter(({ id }) => id !== present).slice(-LINES_MAX);
    return others.map(({ id, commands }) => ({ id, step: forkStep(run, commands) })).reverse();
  }, [run, all, present]);
  return forks.map(({ id, step }, level) => (
    <span
      key={id}
      className={styles.branch}
      data-branch={step + 1}
      data-level={level}
      style={at(positionOf(placeOfStep(step), places))}
    />
  ));
});

interface MarksProps {
  readonly steps: readonly DiagramStep[];
  readonly step: number;
}

function Dots({ steps, step }: MarksProps) {
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

function Marks({ steps, step }: MarksProps) {
  const marks = useMemo(() => marksOf(steps), [steps]);
  return marks
    .filter(({ index }) => index <= step)
    .map(({ index, mark }) => (
      <MarkSign key={index} mark={mark} position={positionOf(index, steps.length)} />
    ));
}

interface MarkSignProps {
  readonly mark: Mark['mark'];
  readonly position: number;
}

const MarkSign = memo(function MarkSign({ mark, position }: MarkSignProps) {
  return (
    <span className={styles.mark} data-mark={mark} style={at(position)}>
      {mark === 'crash' ? <Zap /> : mark === 'restart' ? <RotateCw /> : <X />}
    </span>
  );
});

interface Mark {
  readonly index: number;
  readonly mark: Exclude<DiagramStep['mark'], null>;
}

/** More marks would overlap. Of several at one position, the most important is shown. */
const PLACES = 60;
const weights: Record<Mark['mark'], number> = { failure: 0, restart: 1, crash: 2 };

function marksOf(steps: readonly DiagramStep[]): readonly Mark[] {
  const byPlace = new Map<number, Mark>();
  steps.forEach(({ mark }, index) => {
    if (mark === null) return;
    const place = steps.length <= PLACES ? index : Math.floor((index / steps.length) * PLACES);
    const before = byPlace.get(place);
    if (before === undefined || weights[mark] > weights[before.mark]) byPlace.set(place, { index, mark });
  });
  return [...byPlace.values()];
}

function at(position: number): CSSProperties {
  return { insetInlineStart: `${position * 100}%` };
}
