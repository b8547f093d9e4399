/** Small pictures of a diagram at a step: the heads with their memories, and the last rows. They have the page's colours. */
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SequenceDiagram } from '../../../sequence/model.ts';
import { colourNames, type Palette } from '../../../sequence/palette.ts';
import { toSvg } from '../../../sequence/to-svg.ts';
import { useMeasureText } from '../../../ui/measure-text.ts';
import styles from './presenter.module.css';

const palette = Object.fromEntries(colourNames.map((name) => [name, `var(--${name})`])) as Palette;

/** Pictures are laid out at a font of 20 and scaled to about this size. */
const FONT_PX = 12.5;
const SCALE = 20 / FONT_PX;
/** Room for each word of a name and of a chip. An imported diagram's columns are as wide as their names. */
const LIFELINE_MIN_PX = 180;
/** Heads of one line of chips, in pixels of a picture. */
const HEADS_PX = 190;
const ROWS_MIN_PX = 110;

interface Shown {
  readonly diagram: SequenceDiagram;
  readonly step: number;
}

interface Frame {
  readonly width: number;
  readonly rowsHeight: number;
}

/** @param shown One picture, or one for each side of a comparison. */
export function DiagramPictures({ shown }: { readonly shown: readonly Shown[] }) {
  const place = useRef<HTMLDivElement>(null);
  const frame = useFrame(place, shown);
  return (
    <div className={styles.pictures} ref={place}>
      {shown.map(({ diagram, step }, index) => (
        <DiagramPicture
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture is its side.
          key={index}
          diagram={diagram}
          step={step}
          frame={frame}
        />
      ))}
    </div>
  );
}

function DiagramPicture({ diagram, step, frame }: Shown & { readonly frame: Frame }) {
  const measureText = useMeasureText();
  const svg = useMemo(() => {
    const options = { palette, measureText, step, extent: 'view', frame } as const;
    return toSvg(diagram, { ...options, fontFamily: 'inherit', fontCss: '', title: '' }).svg;
  }, [diagram, step, frame, measureText]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `svg-text.ts`, which escapes all that is said.
  return <div className={styles.picture} aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** Of the shape of its place, so that a picture fills it. */
function useFrame(place: RefObject<HTMLElement | null>, shown: readonly Shown[]): Frame {
  const [size, setSize] = useState({ width: 700, height: 220 });
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = current;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [place]);
  const count = shown.length;
  const lifelines = Math.max(0, ...shown.map(({ diagram }) => lifelinesOf(diagram)));
  return useMemo(() => {
    const room = size.width / count;
    const scale = room > 0 ? Math.max(SCALE, (lifelines * LIFELINE_MIN_PX) / room) : SCALE;
    return {
      width: Math.round(room * scale),
      rowsHeight: Math.max(ROWS_MIN_PX, Math.round(size.height * scale) - HEADS_PX),
    };
  }, [size, count, lifelines]);
}

function lifelinesOf({ imported, participants }: SequenceDiagram): number {
  return imported === undefined ? participants.length : 0;
}
