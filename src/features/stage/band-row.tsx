/** A crash or a restart: a band across the diagram, with its sign on the lifeline that it happens to. */
import {
  BAND_TEXT_OFFSET_EM,
  BAND_TITLE_FONT,
  type LaidBand,
  type Metrics,
  NOTE_FONT,
} from '../../sequence/layout-model.ts';
import { bandSigns, SIGN_FONT_PX } from '../../sequence/signs.ts';
import { useMoving } from '../../ui/motion/motion-context.ts';
import styles from './canvas.module.css';
import { TextLines } from './text-lines.tsx';
import { useTravelSeconds } from './use-arrival.ts';

interface BandRowProps {
  readonly laid: LaidBand;
  readonly metrics: Metrics;
  readonly isMoving: boolean;
}

const INSET_EM = 0.5;
const SIGN_EM = 1.15;

export function BandRow({ laid, metrics, isMoving }: BandRowProps) {
  const { x, y, lines, detailLines, textSide } = laid;
  const { fontPx, lineHeight } = metrics;
  const titleHeight = lines.length * lineHeight * BAND_TITLE_FONT;
  const detailHeight = detailLines.length * lineHeight * NOTE_FONT;
  const textX = x + (textSide === 'right' ? 1 : -1) * BAND_TEXT_OFFSET_EM * fontPx;
  const anchor = textSide === 'right' ? 'start' : 'end';
  return (
    <>
      <rect
        className={styles.bandGround}
        x={0}
        y={laid.top + INSET_EM * fontPx}
        width={metrics.width}
        height={laid.height - 2 * INSET_EM * fontPx}
      />
      {isMoving ? <StrikingSign laid={laid} fontPx={fontPx} /> : <Sign laid={laid} fontPx={fontPx} />}
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
    </>
  );
}

interface SignProps {
  readonly laid: LaidBand;
  readonly fontPx: number;
}

function StrikingSign(props: SignProps) {
  const { Group } = useMoving();
  const duration = useTravelSeconds();
  return (
    <Group
      initial={{ scale: 1.7 }}
      animate={{ scale: 1, transition: { duration, type: 'spring', bounce: 0.4 } }}
    >
      <Sign {...props} />
    </Group>
  );
}

function Sign({ laid: { x, y, row }, fontPx }: SignProps) {
  return (
    <g>
      <circle className={styles.sign} cx={x} cy={y} r={SIGN_EM * fontPx} />
      <path
        className={styles.signMark}
        transform={`translate(${x} ${y}) scale(${fontPx / SIGN_FONT_PX})`}
        d={bandSigns[row.icon]}
      />
    </g>
  );
}
