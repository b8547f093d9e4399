/** A small picture of the rows up to the one in which a goal breaks, in the page's colours. */
import { useMemo } from 'react';
import type { SequenceDiagram } from '../../../sequence/model.ts';
import { colourNames, type Palette } from '../../../sequence/palette.ts';
import { toSvg } from '../../../sequence/to-svg.ts';
import { useMeasureText } from '../../../ui/measure-text.ts';
import styles from './verdict.module.css';

const palette = Object.fromEntries(colourNames.map((name) => [name, `var(--${name})`])) as Palette;
/** Laid out at a font of 20, and scaled to the width of its card: about 14 pixels there. */
const FRAME = { width: 780, rowsHeight: 470 };

interface BreakPictureProps {
  readonly diagram: SequenceDiagram;
  readonly step: number;
}

export function BreakPicture({ diagram, step }: BreakPictureProps) {
  const measureText = useMeasureText();
  const svg = useMemo(() => {
    const options = { palette, measureText, step, extent: 'view', frame: FRAME } as const;
    return toSvg(diagram, { ...options, fontFamily: 'inherit', fontCss: '', title: '' }).svg;
  }, [diagram, step, measureText]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `svg-text.ts`, which escapes all that is said.
  return <div className={styles.picture} aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />;
}
