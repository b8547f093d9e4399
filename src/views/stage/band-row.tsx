/** A crash or a restart: a band across the diagram, with its sign on the lifeline that it happens to. */
import * as m from 'framer-motion/m';
import { memo } from 'react';
import {
  BAND_TEXT_OFFSET_EM,
  BAND_TITLE_FONT,
  type LaidBand,
  type Layout,
  NOTE_FONT,
} from '../../diagram/layout.ts';
import { bandSigns, SIGN_FONT_PX } from '../../diagram/signs.ts';
import styles from './drawing.module.css';
import { TextLines } from './text-lines.tsx';
import { useTravelSeconds } from './use-arrival.ts';

interface BandRowProps {
  readonly laid: LaidBand;
  readonly layout: Layout;
  readonly isPresent: boolean;
  readonly isMoving: boolean;
}

const INSET_EM = 0.5;
const SIGN_EM = 1.15;

export const BandRow = memo(function BandRow({ laid, layout, isPresent, isMoving }: BandRowProps) {
  const { row, x, y, top, height, lines, detailLines, textSide } = laid;
  const { fontPx, lineHeight } = layout;
  const seconds = useTravelSeconds();
  const titleHeight = lines.length * lineHeight * BAND_TITLE_FONT;
  const detailHeight = detailLines.length * lineHeight * NOTE_FONT;
  const textX = x + (textSide === 'right' ? 1 : -1) * BAND_TEXT_OFFSET_EM * fontPx;
  const anchor = textSide === 'right' ? 'start' : 'end';
  return (
    <m.g
      key={String(isMoving)}
      className={styles.band}
      data-tone={row.tone}
      data-present={isPresent}
      data-row={laid.index}
      initial={isMoving ? { opacity: 0 } : false}
      animate={{ opacity: 1, transition: { duration: seconds / 2 } }}
    >
      <rect
        className={styles.bandGround}
        x={0}
        y={top + INSET_EM * fontPx}
        width={layout.width}
        height={height - 2 * INSET_EM * fontPx}
      />
      <m.g
        initial={isMoving ? { scale: 1.8 } : false}
        animate={{ scale: 1, transition: { duration: seconds, type: 'spring', bounce: 0.4 } }}
      >
        <circle className={styles.sign} cx={x} cy={y} r={SIGN_EM * fontPx} />
        <path
          className={styles.signMark}
          transform={`translate(${x} ${y}) scale(${fontPx / SIGN_FONT_PX})`}
          d={bandSigns[row.icon]}
        />
      </m.g>
      <TextLines
        className={styles.bandTitle}
        lines={lines}
        x={textX}
        y={y - detailHeight / 2}
        fontPx={fontPx * BAND_TITLE_FONT}
        lineHeight={lineHeight * BAND_TITLE_FONT}
        anchor={anchor}
      />
      <TextLines
        className={styles.bandDetail}
        lines={detailLines}
        x={textX}
        y={y + titleHeight / 2}
        fontPx={fontPx * NOTE_FONT}
        lineHeight={lineHeight * NOTE_FONT}
        anchor={anchor}
      />
    </m.g>
  );
});
