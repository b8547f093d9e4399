/** Writes SVG as text. Whatever is said in it is escaped: words are data. */

type Attributes = Readonly<Record<string, string | number | undefined>>;

export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(String(value))}"`,
    );
  const content = children.join('');
  return content === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content}</${name}>`;
}

export interface TextOptions {
  readonly x: number;
  /** The middle of the block of lines. */
  readonly y: number;
  readonly fontPx: number;
  readonly lineHeight: number;
  readonly fill: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Drawn around the letters, so that they can be read on a line. */
  readonly halo?: string;
  readonly decoration?: 'line-through';
}

/** From the middle of a line of letters to the baseline on which they stand. */
const BASELINE_EM = 0.36;

export function textLines(lines: readonly string[], options: TextOptions): string {
  const { x, y, fontPx, lineHeight, fill, weight = 600, anchor = 'middle', halo, decoration } = options;
  const first = y - ((lines.length - 1) * lineHeight) / 2 + BASELINE_EM * fontPx;
  const spans = lines.map((line, index) =>
    element('tspan', { x, y: first + index * lineHeight }, escaped(line)),
  );
  return element(
    'text',
    {
      fill,
      'font-size': fontPx,
      'font-weight': weight,
      'text-anchor': anchor,
      'text-decoration': decoration,
      ...(halo !== undefined && {
        'paint-order': 'stroke',
        stroke: halo,
        'stroke-width': 0.38 * fontPx,
        'stroke-linejoin': 'round',
      }),
    },
    ...spans,
  );
}

/** Words as the content of an element. */
export function words(text: string): string {
  return escaped(text);
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** XML 1.0 has no place for most control characters, however they are written. */
function escaped(words: string): string {
  return (
    words
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must go.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
