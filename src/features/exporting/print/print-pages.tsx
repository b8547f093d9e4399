/**
 * The printed pages: the scene's words, then the diagram over as many pages as it takes, with the heads and their memories on
 * each, and the captions. While comparing, both sides, one after the other.
 */
import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import type { Recording } from '../../../player/recording.ts';
import type { Side } from '../../../player/selection.ts';
import { truncateAfter } from '../../../player/truncate.ts';
import { toSlices } from '../../../sequence/to-slices.ts';
import { stopsOf } from '../../../sequence/walk-stops.ts';
import { variantOf } from '../../../simulation/variant-of.ts';
import { measurer } from '../../../ui/measure-text.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { usePlayer, useSideName } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import { paletteOf } from '../picture.ts';
import styles from './print.module.css';
import { PrintedIncident } from './printed-incident.tsx';

/** The browser waits for these pages and asks nothing meanwhile, so a longer run is printed in part. */
const PRINTED_STEPS_MAX = 500;

export function PrintPages() {
  const text = useText();
  const recording = usePlayer((player) => player.recording);
  const step = usePlayer((player) => player.step);
  const comparison = usePlayer((player) => player.comparison);
  const lesson = usePlayer((player) => player.lesson);
  const { imported } = recording;
  const title = imported === null ? text.lessonTitle(lesson.id) : imported.title || text.opening.imported;
  return createPortal(
    <div className={styles.pages} data-print data-theme="light">
      <h1>{title}</h1>
      {imported === null && <SceneWords />}
      {imported === null && <PrintedIncident />}
      <PrintedSide side="own" recording={recording} step={step} />
      {comparison !== null && (
        <PrintedSide side="comparison" recording={comparison.recording} step={comparison.step} />
      )}
    </div>,
    document.body,
  );
}

/** Printing can't wait: words that haven't loaded yet are left out. */
function SceneWords() {
  const text = useText();
  const lesson = usePlayer((player) => player.lesson);
  const position = usePlayer((player) => player.lessonPosition);
  const words = useLoaded(text.loadLessonWords)?.[lesson.id];
  if (words === undefined) return null;
  if (typeof position === 'string') return <p>{words[position]}</p>;
  const scene = words.scenes[lesson.scenes[position]?.id ?? ''];
  return scene === undefined ? null : (
    <p>
      <b>{scene.heading}.</b> {scene.look}
    </p>
  );
}

interface SideProps {
  readonly side: Side;
  readonly recording: Recording;
  /** The present step, whose memories the heads show. */
  readonly step: number;
}

function PrintedSide({ side, recording, step }: SideProps) {
  const text = useText();
  const name = useSideName(side);
  const { run } = recording;
  const { length } = recording.diagram.steps;
  const { diagram } = useMemo(() => {
    if (length <= PRINTED_STEPS_MAX) return recording;
    return truncateAfter({ recording, comparison: null }, PRINTED_STEPS_MAX - 1).recording;
  }, [recording, length]);
  const slices = useMemo(
    () =>
      toSlices(diagram, Math.min(step, diagram.steps.length - 1), {
        palette: paletteOf('light'),
        measureText: measurer(),
      }),
    [diagram, step],
  );
  return (
    <section className={styles.side} data-printed-side>
      <p>
        {run !== null && <b>{name ?? text.variants[variantOf(run.scenario)]}. </b>}
        {text.exporting.memoryAt(Math.min(step + 1, diagram.steps.length))}
      </p>
      {/* Browsers repeat a table's head on each page. */}
      <table>
        <thead>
          <tr>
            <Drawn svg={slices.heads} />
          </tr>
        </thead>
        <tbody>
          {slices.rows.map((svg, index) => (
            <tr key={diagram.steps[index]?.key}>
              <Drawn svg={svg} />
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{text.steps}</h2>
      <ol>
        {stopsOf(diagram).map(({ key, caption }) => (
          <li key={key}>{caption.map(({ text: words }) => words).join('')}</li>
        ))}
      </ol>
      {length > PRINTED_STEPS_MAX && <p>{text.exporting.printedUpTo(PRINTED_STEPS_MAX, length)}</p>}
    </section>
  );
}

function Drawn({ svg }: { readonly svg: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `svg-text.ts`, which escapes all that is said.
  return <td dangerouslySetInnerHTML={{ __html: svg }} />;
}
