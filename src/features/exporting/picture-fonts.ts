/** Embeds the page's own fonts in a picture, but only the parts that the picture's characters need. */

/** The font family of pictures, and the fallback for characters that it lacks. */
export const PICTURE_FAMILY = '"Pretendard Variable", sans-serif';

const FAMILY = /^["']?Pretendard Variable["']?$/;

/** Waits until text can be measured as it will be drawn. */
export async function loadFonts(text: string): Promise<void> {
  await document.fonts?.load(`600 20px ${PICTURE_FAMILY}`, text);
}

export interface PictureFonts {
  /** `@font-face` rules with embedded fonts. */
  readonly css: string;
  /** One character per font that uses it. */
  readonly letters: readonly string[];
}

/** @throws When a font can't be loaded. */
export async function picturedFonts(text: string): Promise<PictureFonts> {
  const letters = [...new Set(text)].filter((character) => INK.test(character));
  const faces = facesOfPage().flatMap((face) => {
    const letter = letters.find((each) => isIn(each.codePointAt(0) ?? 0, face.range));
    return letter === undefined ? [] : [{ face, letter }];
  });
  const rules = await Promise.all(faces.map(async ({ face }) => ruleOf(face, await dataOf(face.url))));
  return { css: rules.join(''), letters: faces.map(({ letter }) => letter) };
}

/** Letters and digits are visible, and have no special meaning in XML. */
const INK = /[\p{L}\p{N}]/u;

interface Face {
  readonly url: string;
  /** In CSS notation; empty for all characters. */
  readonly range: string;
  readonly weight: string;
}

function facesOfPage(): readonly Face[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const value = (name: string) => rule.style.getPropertyValue(name);
      const source = /url\(["']?([^"'()]+)/.exec(value('src'))?.[1];
      if (source === undefined || !FAMILY.test(value('font-family'))) return [];
      const url = new URL(source, sheet.href ?? document.baseURI).href;
      return [{ url, range: value('unicode-range'), weight: value('font-weight') || '400' }];
    }),
  );
}

/** CSS `unicode-range`: `U+AC00-D7A3, U+4E??, U+20`. */
function isIn(code: number, range: string): boolean {
  if (range === '') return true;
  return range.split(',').some((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-');
    const low = Number.parseInt(first.replaceAll('?', '0'), 16);
    const high = Number.parseInt(last.replaceAll('?', 'F'), 16);
    return low <= code && code <= high;
  });
}

function ruleOf({ range, weight }: Face, data: string): string {
  const rangeRule = range === '' ? '' : `unicode-range:${range};`;
  return `@font-face{font-family:"Pretendard Variable";font-weight:${weight};${rangeRule}src:url(${data}) format("woff2");}`;
}

const fetched = new Map<string, Promise<string>>();

async function dataOf(url: string): Promise<string> {
  if (url.startsWith('data:')) return url;
  const data = fetched.get(url) ?? fetchData(url);
  fetched.set(url, data);
  data.catch(() => fetched.delete(url));
  return data;
}

async function fetchData(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The font ${url} could not be fetched: ${response.status}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(binary)}`;
}
