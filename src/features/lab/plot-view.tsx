/** The plot of a study: lines in one plot, one plot for each strategy, or a heat map for each. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { StrategyId } from '../../simulation/strategies/strategies.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useIsPresenting } from '../../ui/use-is-presenting.ts';
import { useText } from '../text-context.ts';
import { type Cursor, pointAt } from './cursor.ts';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import styles from './plot.module.css';
import type { PlotData, PlotPoint } from './plot-data.ts';
import { PlotPanel } from './plot-panel.tsx';
import type { PlotSizes } from './plot-sizes.ts';
import { type Prediction, withheld } from './prediction.ts';
import { mutedLines, projectedLine } from './projector.ts';
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
const none: ReadonlySet<StrategyId> = new Set();

export function PlotView(props: PlotViewProps) {
  const { text, data, isRunning, prediction, cursor, onCursor, onOpen, openLabelOf, onPictures } = props;
  const isPresenting = useIsPresenting();
  const [look, setLook] = useState<Look>('one');
  /** The heat map that was chosen while presenting. There's room for one. */
  const [picked, setPicked] = useState<StrategyId | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // The first point waits for it. A finished sweep can have thousands of points in many plots.
  const { width, height } = useSize(box, isRunning);
  const isHeat = data.study.axes.length > 1;
  const isSplit = (isHeat || look === 'each') && data.series.length > 1;
  // While presenting, the cursor chooses the coloured lines. Otherwise moving it draws nothing again.
  const chosen = isPresenting ? cursor : null;
  const map = isPresenting && isHeat ? projectedLine(data, { picked, cursor }) : undefined;
  const shown = useMemo(() => {
    const isOne = isPresenting && !isHeat;
    const plots = map === undefined ? split(data, isSplit && !isOne) : [{ ...data, series: [map] }];
    return {
      plots: plots.map((each) => withheld(each, prediction)),
      muted: isOne ? mutedLines(data, chosen) : none,
    };
  }, [data, prediction, isPresenting, chosen, map, isHeat, isSplit]);
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
        {map !== undefined && <MapChoice text={text} data={data} shown={map.strategy} onChange={setPicked} />}
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

interface MapChoiceProps {
  readonly text: LabText;
  readonly data: PlotData;
  readonly shown: StrategyId;
  readonly onChange: (strategy: StrategyId) => void;
}

/** Names the heat map, and leads to those of the other strategies. */
function MapChoice({ text, data, shown, onChange }: MapChoiceProps) {
  const { variants } = useText();
  if (data.series.length === 1) return <p className={styles.panelTitle}>{variants[shown]}</p>;
  return (
    <RadioGroup
      label={text.strategy}
      look="pills"
      options={data.series.map(({ strategy }) => ({ value: strategy, label: variants[strategy] }))}
      value={shown}
      onChange={onChange}
    />
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
