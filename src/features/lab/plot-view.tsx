/** The plot of a study: lines in one plot, one plot for each strategy, or a heat map for each. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ParameterValue } from '../../lab/parameters.ts';
import { nameOfPoints, studyQuestions } from '../../lab/studies.ts';
import type { Axis } from '../../lab/study.ts';
import type { StrategyId } from '../../simulation/strategies/strategies.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useIsPresenting } from '../../ui/use-is-presenting.ts';
import { useText } from '../text-context.ts';
import { type Cursor, pointAt } from './cursor.ts';
import { drawHeat, type HeatWords } from './heat-plot.ts';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import { drawLines, type Picture } from './line-plot.ts';
import styles from './plot.module.css';
import type { PlotData, PlotPoint } from './plot-data.ts';
import { PlotFigure } from './plot-figure.tsx';
import type { PlotSizes } from './plot-sizes.ts';
import { PointCard } from './point-card.tsx';
import { type Prediction, withheld } from './prediction.ts';
import { useSize } from './use-size.ts';
import { measureValue, parameterValue, placeOfPoint } from './words.ts';

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
  const view = useText();
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
  const pictures = useMemo(
    () =>
      width === 0
        ? []
        : shown.plots.map((each) => draw(each, { ...size, muted: shown.muted, prediction }, text, view)),
    [shown, prediction, size, width, text, view],
  );
  useEffect(() => onPictures(pictures.map(({ svg }) => svg)), [pictures, onPictures]);
  const all = useMemo(() => withheld(data, prediction), [data, prediction]);
  const point = pointAt(all, cursor);
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
        {pictures.map((picture, index) => {
          const plot = shown.plots[index] ?? data;
          const here = picture.points.find(({ at }) => at.point.index === cursor);
          const name = plot.series[0]?.strategy;
          return (
            <div key={name} className={styles.panel} data-here={here === undefined ? undefined : true}>
              {count > 1 && name !== undefined && <p className={styles.panelTitle}>{view.variants[name]}</p>}
              <PlotFigure
                all={isPresenting ? plot : all}
                picture={picture}
                size={{ width: size.width, height: size.height }}
                cursor={cursor}
                onCursor={onCursor}
                onOpen={onOpen}
                labelOf={(at) => `${labelOf(text, view, data, at)}. ${openLabelOf(at)}`}
              >
                {here !== undefined && point !== undefined && !isPresenting && (
                  <PointCard
                    text={text}
                    data={data}
                    placed={here}
                    size={size}
                    openLabel={openLabelOf(here.at)}
                    onOpen={() => onOpen(here.at)}
                  />
                )}
              </PlotFigure>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function labelOf(text: LabText, view: ReturnType<typeof useText>, data: PlotData, at: PlotPoint): string {
  const value = (number: number) => measureValue(text, data.measure, number);
  const { median, low, high, runs } = at.summary;
  return `${placeOfPoint(text, view, data.study, at)}: ${value(median)}. ${text.ranges(value(low), value(high), runs)}`;
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

function draw(data: PlotData, sizes: PlotSizes, text: LabText, view: ReturnType<typeof useText>): Picture {
  const [first, second] = data.study.axes;
  const isAlone = data.series.length === 1;
  const tickOf = (axis: Axis | undefined) => (value: ParameterValue) =>
    axis === undefined ? String(value) : parameterValue(text, view, axis.parameter, value);
  const words: HeatWords = {
    axis: first === undefined ? '' : text.parameters[first.parameter],
    nameOf: ({ strategy }) => (isAlone ? '' : view.variants[strategy]),
    valueOf: (value) => measureValue(text, data.measure, value),
    numberOf: (value) => view.number(value),
    tickOf: tickOf(first),
    zero: text.zeroInEveryRun,
    secondAxis: second === undefined ? '' : text.parameters[second.parameter],
    secondTickOf: tickOf(second),
  };
  const [series] = data.series;
  return second !== undefined && series !== undefined
    ? drawHeat(data, series, sizes, words)
    : drawLines(data, sizes, words);
}
