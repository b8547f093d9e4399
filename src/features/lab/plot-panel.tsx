/** One plot with its title and its card. It draws its own picture, so that several plots are no single long task. */
import { memo, useCallback, useEffect, useMemo } from 'react';
import type { ParameterValue } from '../../lab/parameters.ts';
import type { Axis } from '../../lab/study.ts';
import type { StrategyId } from '../../simulation/strategies/strategies.ts';
import { useText } from '../text-context.ts';
import type { Cursor } from './cursor.ts';
import { drawHeat, type HeatWords } from './heat-plot.ts';
import type { LabText } from './lab-text.ts';
import { drawLines, type Picture } from './line-plot.ts';
import styles from './plot.module.css';
import type { PlotData, PlotPoint } from './plot-data.ts';
import { PlotFigure } from './plot-figure.tsx';
import type { PlotSizes } from './plot-sizes.ts';
import { PointCard } from './point-card.tsx';
import { measureValue, parameterValue, placeOfPoint } from './words.ts';

interface PlotPanelProps {
  readonly text: LabText;
  /** Its place among the plots. */
  readonly index: number;
  readonly plot: PlotData;
  /** Undefined where it's the only plot. */
  readonly title: StrategyId | undefined;
  /** All lines, also those of other plots, for the arrow keys. */
  readonly all: PlotData;
  readonly sizes: PlotSizes;
  /** Null while it's in another plot. */
  readonly cursor: Cursor;
  readonly hasCard: boolean;
  readonly onCursor: (cursor: Cursor) => void;
  readonly onOpen: (point: PlotPoint) => void;
  readonly openLabelOf: (point: PlotPoint) => string;
  /** Null once it's gone. */
  readonly onPicture: (index: number, picture: SVGSVGElement | null) => void;
}

export const PlotPanel = memo(function PlotPanel(props: PlotPanelProps) {
  const { text, index, plot, title, all, sizes, cursor, hasCard, onCursor, onOpen, openLabelOf } = props;
  const { onPicture } = props;
  const view = useText();
  const isNamed = title !== undefined;
  const picture = useMemo(
    () => draw(plot, { sizes, isNamed, text, view }),
    [plot, sizes, isNamed, text, view],
  );
  useEffect(() => {
    onPicture(index, picture.svg);
    return () => onPicture(index, null);
  }, [index, picture, onPicture]);
  const nameOf = useCallback(
    (at: PlotPoint) => `${labelOf(text, view, plot, at)}. ${openLabelOf(at)}`,
    [text, view, plot, openLabelOf],
  );
  const here = picture.points.find(({ at }) => at.point.index === cursor);
  return (
    <div className={styles.panel} data-here={here === undefined ? undefined : true}>
      {title !== undefined && <p className={styles.panelTitle}>{view.variants[title]}</p>}
      <PlotFigure
        all={all}
        picture={picture}
        size={sizes}
        cursor={cursor}
        onCursor={onCursor}
        onOpen={onOpen}
        labelOf={nameOf}
      >
        {here !== undefined && hasCard && (
          <PointCard
            text={text}
            data={plot}
            placed={here}
            size={sizes}
            openLabel={openLabelOf(here.at)}
            onOpen={() => onOpen(here.at)}
          />
        )}
      </PlotFigure>
    </div>
  );
});

function labelOf(text: LabText, view: ReturnType<typeof useText>, data: PlotData, at: PlotPoint): string {
  const value = (number: number) => measureValue(text, data.measure, number);
  const { median, low, high, runs } = at.summary;
  return `${placeOfPoint(text, view, data.study, at)}: ${value(median)}. ${text.ranges(value(low), value(high), runs)}`;
}

interface Drawn {
  readonly sizes: PlotSizes;
  /** Whether the strategy's name is above the plot. */
  readonly isNamed: boolean;
  readonly text: LabText;
  readonly view: ReturnType<typeof useText>;
}

function draw(data: PlotData, { sizes, isNamed, text, view }: Drawn): Picture {
  const [first, second] = data.study.axes;
  const tickOf = (axis: Axis | undefined) => (value: ParameterValue) =>
    axis === undefined ? String(value) : parameterValue(text, view, axis.parameter, value);
  const words: HeatWords = {
    axis: first === undefined ? '' : text.parameters[first.parameter],
    nameOf: ({ strategy }) => (isNamed ? '' : view.variants[strategy]),
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
