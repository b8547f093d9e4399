/** The printed pages: the diagram over as many pages as it takes, with the names on each, and the captions. */
import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import { truncateAfter } from '../../../player/truncate.ts';
import { toSlices } from '../../../sequence/to-slices.ts';
import { variantOf } from '../../../simulation/variants.ts';
import { measurer } from '../../../ui/measure-text.ts';
import { usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import { paletteOf } from '../picture.ts';
import styles from './print.module.css';

/** The browser waits for these pages and asks nothing meanwhile, so a longer run is printed in part. */
const PRINTED_STEPS_MAX = 500;

export function PrintPages() {
  const text = useText();
  const recording = usePlayer((player) => player.recording);
  const { run, imported } = recording;
  const { length } = recording.diagram.steps;
  const { diagram } = useMemo(() => {
    if (length <= PRINTED_STEPS_MAX) return recording;
    return truncateAfter({ recording, comparison: null }, PRINTED_STEPS_MAX - 1).recording;
  }, [recording, length]);
  const lesson = usePlayer((player) => player.lesson);
  const slices = useMemo(
    () => toSlices(diagram, { palette: paletteOf('light'), measureText: measurer() }),
    [diagram],
  );
  const title = imported === null ? text.lessonTitle(lesson.id) : imported.title || text.opening.imported;
  return createPortal(
    <div className={styles.pages} data-print data-theme="light">
      <h1>{title}</h1>
      {run !== null && <p>{text.variants[variantOf(run.scenario)]}</p>}
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
        {diagram.steps.map(({ key, caption }) => (
          <li key={key}>{caption.map(({ text: words }) => words).join('')}</li>
        ))}
      </ol>
      {length > PRINTED_STEPS_MAX && <p>{text.exporting.printedUpTo(PRINTED_STEPS_MAX, length)}</p>}
    </div>,
    document.body,
  );
}

function Drawn({ svg }: { readonly svg: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `svg-text.ts`, which escapes all that is said.
  return <td dangerouslySetInnerHTML={{ __html: svg }} />;
}
