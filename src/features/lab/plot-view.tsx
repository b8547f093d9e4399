/** The plot of a study: lines in one plot, one plot for each strategy, or a heat map for each. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { nameOfPoints, studyQuestions } from '../../lab/studies.ts';
import type { StrategyId } from '../../simulation/strategies/strategies.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useIsPresenting } from '../../ui/use-is-presenting.ts';
import { type Cursor, pointAt } from './cursor.ts';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import styles from './plot.module.css';
import type { PlotData, PlotPoint } from './plot-data.ts';
import { PlotPanel } from './plot-panel.tsx';
import type { PlotSizes } from './plot-sizes.ts';
import { type Prediction, withheld } from './prediction.ts';
import { useSize } from './use-size.ts';

interface PlotViewProps {
  readonly text: LabText;
  readonly data: PlotData;
  readonly isRunning: boolean;
  /** Null without a question, and once its answer is revealed. */
  readonly prediction: Prediction | null;
  readonly cursor: Cursor;
  readonly onCursor: (cursor: Cursor) => void;
  readonly onOpen: (point: PlotPoint) => void;
  readonly openLabelOf: (point: PlotPoint) => string;
  /** The pictures that are shown, for saving. */
  readonly onPictures: (pictures: readonly SVGSVGElement[]) => void;
}

type Look = 'one' | 'each';
const nobody: ReadonlySet<StrategyId> = new Set();

export function PlotView(props: PlotViewProps) {
  const { text, data, isRunning, prediction, cursor, onCursor, onOpen, openLabelOf, onPictures } = props;
  const isPresenting = useIsPresenting();
  const [look, setLook] = useState<Look>('one');
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const isHeat = data.study.axes.length > 1;
  const isSplit = (isHeat || look === 'each') && data.series.length > 1;
  // While presenting, the cursor chooses the lines. Otherwise moving it draws nothing again.
  const chosen = isPresenting ? cursor : null;
  const shown = useMemo(() => {
    const { plots, muted } = isPresenting
      ? forProjector(data, chosen, isHeat)
      : { plots: split(data, isSplit), muted: nobody };
    return { plots: plots.map((each) => withheld(each, prediction)), muted };
  }, [data, prediction, isPresenting, chosen, isHeat, isSplit]);
  const count = shown.plots.length;
  const size = useMemo(
    () => sizeOf({ width, height: isPresenting ? height : 0, isPresenting, count, isHeat }),
    [width, height, isPresenting, count, isHeat],
  );
  const sizes = useMemo(() => ({ ...size, muted: shown.muted, prediction }), [size, shown, prediction]);
  const all = useMemo(() => withheld(data, prediction), [data, prediction]);
  const onPicture = usePictures(onPictures);
  return (
    <section className={styles.plot} aria-label={text.plot}>
      <div className={parts.head}>
        <div>
          <h3 className={parts.title}>{text.measures[data.measure]}</h3>
          <p className={parts.secondary}>
            {isHeat ? text.heatOf(data.runs) : text.bandOf(data.runs, isRunning)}
          </p>
        </div>
        {!isHeat && !isPresenting && (
          <RadioGroup
            label={text.look}
            look="segments"
            options={[
              { value: 'one', label: text.onePlot },
              { value: 'each', label: text.byStrategy },
            ]}
            value={look}
            onChange={setLook}
          />
        )}
      </div>
      <p className="visually-hidden">{text.plotHint}</p>
      <div ref={box} className={styles.plots} data-count={count > 1 ? 'many' : 'one'}>
        {width > 0 &&
          shown.plots.map((plot, index) => (
            <PlotPanel
              key={plot.series[0]?.strategy}
              text={text}
              index={index}
              plot={plot}
              title={count > 1 ? plot.series[0]?.strategy : undefined}
              all={isPresenting ? plot : all}
              sizes={sizes}
              // Moving the cursor renders the plot that it's in and the one that it has left.
              cursor={pointAt(plot, cursor) === undefined ? null : cursor}
              hasCard={!isPresenting}
              onCursor={onCursor}
              onOpen={onOpen}
              openLabelOf={openLabelOf}
              onPicture={onPicture}
            />
          ))}
      </div>
    </section>
  );
}

/** Keeps the pictures of all plots together, in their order. */
function usePictures(onPictures: PlotViewProps['onPictures']) {
  const drawn = useRef(new Map<number, SVGSVGElement>());
  return useCallback(
    (index: number, picture: SVGSVGElement | null) => {
      if (picture === null) drawn.current.delete(index);
      else drawn.current.set(index, picture);
      const inOrder = [...drawn.current].sort(([one], [other]) => one - other);
      onPictures(inOrder.map(([, each]) => each));
    },
    [onPictures],
  );
}

/** One plot for each strategy. All have the same scale. */
function split(data: PlotData, isSplit: boolean): readonly PlotData[] {
  return isSplit ? data.series.map((each) => ({ ...data, series: [each] })) : [data];
}

/**
 * Two lines in colour and at most one more in grey: those that the study's question is about, or the line of the cursor and
 * the one that differs most.
 */
function forProjector(data: PlotData, cursor: Cursor, isHeat: boolean) {
  const point = pointAt(data, cursor);
  const name = nameOfPoints(data.study);
  const asked: readonly StrategyId[] = name === null ? [] : studyQuestions[name].lines;
  const lineOf = (strategy: StrategyId | undefined) => data.series.find((each) => each.strategy === strategy);
  const chosen = lineOf(point?.point.strategy) ?? lineOf(asked[0]) ?? data.series[0];
  if (chosen === undefined) return { plots: [data], muted: nobody };
  if (isHeat) return { plots: [{ ...data, series: [chosen] }], muted: nobody };
  const ends = (each: PlotData['series'][number]) => each.points.at(-1)?.summary.median ?? 0;
  const others = data.series
    .filter((each) => each !== chosen)
    .sort((one, other) => Math.abs(ends(other) - ends(chosen)) - Math.abs(ends(one) - ends(chosen)));
  const contrast = others.find(({ strategy }) => asked.includes(strategy)) ?? others[0];
  const context = others.find(
    (each) => contrast !== undefined && each !== contrast && ends(each) !== ends(contrast),
  );
  const series = [chosen, contrast, context].flatMap((each) => (each === undefined ? [] : [each]));
  const muted = new Set(context === undefined ? [] : [context.strategy]);
  return { plots: [{ ...data, series }], muted };
}

interface Room {
  readonly width: number;
  readonly height: number;
  readonly isPresenting: boolean;
  /** Number of plots. */
  readonly count: number;
  readonly isHeat: boolean;
}

const PANEL_MIN_PX = 300;
const GAP_PX = 16;

/** Sizes of the design's tables. While presenting, everything is legible from the back row. */
function sizeOf({
  width,
  height,
  isPresenting,
  count,
  isHeat,
}: Room): Omit<PlotSizes, 'muted' | 'prediction'> {
  if (isPresenting) {
    const font = Math.max(16, width / 50);
    return {
      width,
      height: Math.max(240, height),
      font,
      line: font / 4,
      mark: font / 1.7,
      bandOpacity: 0.2,
      ticks: 4,
      ticksMax: 5,
      hasValues: true,
    };
  }
  const isSplit = count > 1;
  const columns = Math.max(1, Math.min(3, count, Math.floor(width / PANEL_MIN_PX)));
  const own = Math.floor((width - (columns - 1) * GAP_PX) / columns);
  const isNarrow = own < 560;
  const tall = isSplit ? 240 : isNarrow ? 320 : Math.max(300, Math.min(460, Math.round(own * 0.36)));
  return {
    width: own,
    height: isHeat ? Math.max(260, Math.min(460, own * 0.6)) : tall,
    font: 14,
    line: 2.6,
    mark: 8,
    bandOpacity: 0.15,
    ticks: isSplit ? 4 : 6,
    ticksMax: null,
    hasValues: !isNarrow || isSplit,
  };
}
