/** A QR code, dark on light in every theme, as QR readers expect (ISO/IEC 18004). */
import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './share.module.css';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  /** Shown instead when the text doesn't fit into a QR code. */
  readonly tooLong: string;
}

export function QrCode({ text, label, tooLong }: QrCodeProps) {
  const code = useMemo(() => pathOf(text), [text]);
  if (code === null) return <p>{tooLong}</p>;
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}

function pathOf(text: string): { readonly size: number; readonly path: string } | null {
  try {
    // Four modules of light around it, as the standard requires.
    const { size, data } = encode(text, { ecc: 'L', border: 4 });
    const cells = data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size, path: cells.join('') };
  } catch {
    return null;
  }
}
