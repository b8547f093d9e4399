/** Colours as PowerPoint has them: six digits, without a sign. */

const RGB = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/;

/** @throws For another notation than the page's tokens and tints have. */
export function hexOf(css: string): string {
  const text = css.trim();
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.slice(1).toUpperCase();
  if (/^#[0-9a-f]{3}$/i.test(text))
    return [...text.slice(1)]
      .map((digit) => digit + digit)
      .join('')
      .toUpperCase();
  const channels = RGB.exec(text)?.slice(1, 4);
  if (channels === undefined) throw new Error(`${css} isn't a colour that PowerPoint knows.`);
  return channels
    .map((channel) => Number(channel).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
