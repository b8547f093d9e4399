/** Puts the page's own fonts into a picture: of each only the pieces that the picture's characters need. */

/** The family with which pictures are drawn, and what takes its place where a character is in none of its pieces. */
export const PICTURE_FAMILY = '"Pretendard Variable", sans-serif';

const FAMILY = /^["']?Pretendard Variable["']?$/;

/** Waits until what is to be drawn can be measured as it will be drawn. */
export async function loadFonts(text: string): Promise<void> {
  await document.fonts?.load(`600 20px ${PICTURE_FAMILY}`, text);
}

export interface PictureFonts {
  /** `@font-face` rules with their fonts as data. */
  readonly css: string;
  /** For each of them a character that it draws. */
  readonly letters: readonly string[];
}

/** @throws When a font cannot be fetched. */
export async function picturedFonts(text: string): Promise<PictureFonts> {
  const letters = [...new Set(text)].filter((character) => INK.test(character));
  const faces = facesOfPage().flatMap((face) => {
    const letter = letters.find((each) => isIn(each.codePointAt(0) ?? 0, face.range));
    return letter === undefined ? [] : [{ face, letter }];
  });
  const rules = await Promise.all(faces.map(async ({ face }) => ruleOf(face, await dataOf(face.url))));
  return { css: rules.join(''), letters: faces.map(({ letter }) => letter) };
}

/** Letters and digits leave ink, and none of them means anything in XML. */
const INK = /[\p{L}\p{N}]/u;

interface Face {
  readonly url: string;
  /** As CSS writes it; empty for all characters. */
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

/** `U+AC00-D7A3, U+4E??, U+20`, as CSS has it. */
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
