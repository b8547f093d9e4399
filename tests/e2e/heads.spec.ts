/** The stage's heads are HTML and those of a picture SVG. Both must have the same proportions and colours. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/stage-test.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

/** Lengths in em of an arrow's words; colours as the browser computes them. */
interface Look {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly font: number;
  readonly weight: string;
  readonly corner: number;
  readonly border: number;
  readonly ink: string;
  readonly ground: string;
  readonly line: string;
}

/** A chip of the stage, by its text. */
function chipOnStage(page: Page, text: string): Promise<Look> {
  return page
    .locator('[data-stage] [data-chip]', { hasText: text })
    .first()
    .evaluate((chip, text) => {
      const em = Number.parseFloat(getComputedStyle(chip.closest('[data-stage]') as Element).fontSize);
      const style = getComputedStyle(chip);
      const px = (value: string) => Number.parseFloat(value) / em;
      const { width, height } = chip.getBoundingClientRect();
      return {
        text,
        width: width / em,
        height: height / em,
        font: px(style.fontSize),
        weight: style.fontWeight,
        corner: px(style.borderTopLeftRadius),
        border: px(style.borderTopWidth),
        ink: style.color,
        ground: style.backgroundColor,
        line: style.borderTopColor,
      };
    }, text);
}

/** The same chip in a picture: the text, and the rectangle before it. */
function chipInPicture(page: Page, svg: string, text: string): Promise<Look> {
  return page.evaluate(
    ([svg = '', text = '']) => {
      const host = document.createElement('div');
      host.innerHTML = svg;
      document.body.append(host);
      // The font size of the picture's arrows (`FONT_PX`).
      const em = 20;
      const words = [...host.querySelectorAll('text')].find((each) => each.textContent === text);
      const box = words?.previousElementSibling;
      if (words === undefined || box?.tagName !== 'rect') throw new Error(`No chip says ${text}.`);
      const [ink, ground] = [getComputedStyle(words), getComputedStyle(box)];
      const border = Number(box.getAttribute('stroke-width')) / em;
      const length = (name: string) => Number(box.getAttribute(name)) / em + border;
      const look = {
        text,
        // The rectangle is in the middle of its line.
        width: length('width'),
        height: length('height'),
        font: Number.parseFloat(ink.fontSize) / em,
        weight: ink.fontWeight,
        corner: Number(box.getAttribute('rx')) / em + border / 2,
        border,
        ink: ink.fill,
        ground: ground.fill,
        line: ground.stroke,
      };
      host.remove();
      return look;
    },
    [svg, text],
  );
}

async function savedPicture(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save picture', exact: true }).click(),
  ]);
  const svg = await readFile(await download.path(), 'utf8');
  // The page has the font, and its security policy blocks the one in the picture.
  return svg.replace(/<style>.*?<\/style>/s, '');
}

test('a chip on the stage has the proportions and colours of the same chip in a picture', async ({
  stage,
  page,
}) => {
  await stage.open();
  const texts = ['Laptop', 'Cookie sid=a846'];
  const onStage = await Promise.all(texts.map((text) => chipOnStage(page, text)));
  await stage.button('Export').click();
  await page.getByRole('radio', { name: 'SVG', exact: true }).check();
  const svg = await savedPicture(page);
  for (const expected of onStage) {
    const look = await chipInPicture(page, svg, expected.text);
    for (const name of ['width', 'height', 'font', 'corner', 'border'] as const) {
      // Browsers round borders and fonts to device pixels: a pixel on each side.
      expect(Math.abs(look[name] - expected[name]), `${name} of ${expected.text}`).toBeLessThan(0.11);
    }
    const { weight, ink, ground, line } = expected;
    expect(look).toMatchObject({ weight, ink, ground, line });
  }
});
