/** The plots of a study as one picture: SVG, or PNG in the same sizes. */

const PADDING = 24;
const GAP = 16;
const TITLE = 20;
const SUBTITLE = 14;
const COLUMNS_MAX = 3;
/** Sharp in print and on dense screens. */
const PNG_SCALE = 2;

export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  /** Above each plot, if there are several. */
  readonly names: readonly string[];
}

/** @returns The text of an SVG file that depends on nothing outside. */
export function svgOf(pictures: readonly SVGSVGElement[], { title, subtitle, names }: PictureWords): string {
  const [first] = pictures;
  if (first === undefined) throw new Error('There is no picture to save.');
  const width = Number(first.getAttribute('width'));
  const height = Number(first.getAttribute('height'));
  const columns = Math.min(COLUMNS_MAX, pictures.length);
  const named = pictures.length > 1 ? SUBTITLE + 8 : 0;
  const head = PADDING + TITLE + SUBTITLE + 20;
  const whole = {
    width: 2 * PADDING + columns * width + (columns - 1) * GAP,
    height: head + Math.ceil(pictures.length / columns) * (height + named + GAP) + PADDING,
  };
  const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  sheet.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  sheet.setAttribute('width', String(whole.width));
  sheet.setAttribute('height', String(whole.height));
  sheet.setAttribute('viewBox', `0 0 ${whole.width} ${whole.height}`);
  sheet.setAttribute('font-family', 'Pretendard, system-ui, sans-serif');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', 'var(--surface)');
  sheet.append(ground);
  sheet.append(textAt(PADDING, PADDING + TITLE, title, TITLE, 'var(--ink)'));
  sheet.append(textAt(PADDING, PADDING + TITLE + SUBTITLE + 6, subtitle, SUBTITLE, 'var(--ink-2)'));
  pictures.forEach((picture, index) => {
    const x = PADDING + (index % columns) * (width + GAP);
    const y = head + Math.floor(index / columns) * (height + named + GAP);
    if (named > 0) sheet.append(textAt(x, y + SUBTITLE, names[index] ?? '', SUBTITLE, 'var(--ink)'));
    const copy = picture.cloneNode(true) as SVGSVGElement;
    copy.setAttribute('x', String(x));
    copy.setAttribute('y', String(y + named));
    sheet.append(copy);
  });
  return withColours(new XMLSerializer().serializeToString(sheet));
}

function textAt(x: number, y: number, words: string, size: number, colour: string): SVGTextElement {
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  text.setAttribute('x', String(x));
  text.setAttribute('y', String(y));
  text.setAttribute('font-size', String(size));
  text.setAttribute('font-weight', '650');
  text.setAttribute('fill', colour);
  text.textContent = words;
  return text;
}

/** Tokens of the page's theme, as colours. */
function withColours(svg: string): string {
  const style = getComputedStyle(document.querySelector('[data-lab]') ?? document.documentElement);
  return svg.replaceAll(/var\((--[\w-]+)\)/g, (token, name: string) => {
    const colour = style.getPropertyValue(name).trim();
    return colour === '' ? token : colour;
  });
}

/** @throws When the browser can't draw the picture. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * PNG_SCALE;
  canvas.height = image.naturalHeight * PNG_SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('No picture was made.')) : resolve(blob)),
      'image/png',
    );
  });
}
