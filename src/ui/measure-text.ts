/** Measures text with a canvas, as the browser will render it. Memoised. */
import { useEffect, useState } from 'react';
import { FONT_FAMILY } from './font-family.ts';

/** The width of a text in pixels. */
export type MeasureText = (text: string, fontPx: number, weight: number) => number;

export function measurer(): MeasureText {
  const context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text, fontPx, weight) => {
    const font = `${weight} ${fontPx}px ${FONT_FAMILY}`;
    const key = `${font} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (context !== null) context.font = font;
      // Without a canvas a rough width keeps the diagram readable: a letter is about 0.6 em wide.
      width = context?.measureText(text).width ?? text.length * fontPx * 0.6;
      widths.set(key, width);
    }
    return width;
  };
}

/** A new function each time a part of the font has loaded, because widths can then differ. */
export function useMeasureText(): MeasureText {
  const [measure, setMeasure] = useState(measurer);
  useEffect(() => {
    // Everything that is measured is laid out again, so other fonts don't matter. Safari doesn't say which have loaded.
    const renew = ({ fontfaces }: LoadingDone) => {
      if (fontfaces?.some(isMeasured) ?? true) setMeasure(measurer);
    };
    document.fonts?.addEventListener('loadingdone', renew);
    return () => document.fonts?.removeEventListener('loadingdone', renew);
  }, []);
  return measure;
}

type LoadingDone = Event & { readonly fontfaces?: readonly FontFace[] };

/** Some browsers quote the family's name. */
function isMeasured({ family }: FontFace): boolean {
  return FONT_FAMILY.includes(family.replaceAll(/["']/g, ''));
}
