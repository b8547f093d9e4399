/** Measures text as the browser will draw it, with a canvas; remembers what it has measured. */
import { useEffect, useState } from 'react';

/** The width of a text in pixels. */
export type MeasureText = (text: string, fontPx: number, weight: number) => number;

const FAMILY = '"Pretendard Variable", sans-serif';

export function measurer(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text, fontPx, weight) => {
    const font = `${weight} ${fontPx}px ${FAMILY}`;
    const key = `${font} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (context !== null) context.font = font;
      // Without a canvas a rough width keeps the diagram readable: a letter is some 0.6 em wide.
      width = context?.measureText(text).width ?? text.length * fontPx * 0.6;
      widths.set(key, width);
    }
    return width;
  };
}

/** A new function whenever a piece of the font has arrived, since widths may then differ. */
export function useMeasureText(): MeasureText {
  const [measure, setMeasure] = useState(measurer);
  useEffect(() => {
    const renew = () => setMeasure(measurer);
    document.fonts?.addEventListener('loadingdone', renew);
    return () => document.fonts?.removeEventListener('loadingdone', renew);
  }, []);
  return measure;
}
