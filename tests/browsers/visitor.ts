/** A reader of the page in any browser. Everything waits as long as `expect` does. */
import { expect } from '@playwright/test';
import type { Language } from '../../src/locales/language.ts';
import { presentRowProblems } from '../support/present-row.ts';
import { type Located, locate, type Role } from './locate.ts';
import type { Key, Size, Tab } from './tab.ts';

export class Visitor {
  readonly tab: Tab;
  readonly words: Language['viewText'];
  readonly #language: Language;
  readonly #base: string;

  /** @param base The address of the page; ends with a slash. */
  constructor(tab: Tab, language: Language, base: string) {
    this.tab = tab;
    this.#language = language;
    this.words = language.viewText;
    this.#base = base;
  }

  /** The same reader at another address of the page. */
  at(base: string): Visitor {
    return new Visitor(this.tab, this.#language, base);
  }

  server(ordinal: number): string {
    return this.#language.phrasebook.name({ role: 'server', ordinal });
  }

  /** Opens the page as on a first visit, and waits until it steps by keys. */
  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    // Has no script, so nothing writes to the storage while it's cleared.
    await this.tab.goto(`${this.#base}icon.svg`);
    await this.tab.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    }, null);
    const search = new URLSearchParams({ ...query, lang: this.words.language });
    await this.tab.goto(`${this.#base}?${search}`);
    await this.isReady();
  }

  async isReady(): Promise<void> {
    await this.sees('button', this.words.nextStep);
    await this.tab.evaluate(
      () =>
        new Promise<void>((done) => {
          requestAnimationFrame(() => requestAnimationFrame(() => done()));
        }),
      null,
    );
  }

  async press(key: string, init: Omit<Key, 'key'> = {}): Promise<void> {
    await this.tab.press({ key, ...init });
  }

  async type(text: string): Promise<void> {
    for (const key of text) await this.tab.press({ key });
  }

  locate(role: Role, name: string): Promise<Located> {
    return this.tab.evaluate(locate, { role, name });
  }

  async isSeen(role: Role, name: string): Promise<boolean> {
    return (await this.locate(role, name)).kind === 'found';
  }

  async sees(role: Role, name: string): Promise<void> {
    await expect.poll(async () => (await this.locate(role, name)).kind, `${role} “${name}”`).toBe('found');
  }

  async seesNo(role: Role, name: string): Promise<void> {
    await expect
      .poll(async () => (await this.locate(role, name)).kind, `${role} “${name}”`)
      .toMatch(/missing|hidden/);
  }

  async click(role: Role, name: string): Promise<void> {
    await this.sees(role, name);
    const found = await this.locate(role, name);
    if (found.kind !== 'found') throw new Error(`${role} “${name}” is ${found.kind}.`);
    await this.tab.click(found.x, found.y);
  }

  /** A tool of the header, which on a small screen is in a menu. */
  async chooseTool(name: string): Promise<void> {
    if ((await this.locate('button', name)).kind !== 'found') {
      const menu = await this.locate('button', this.words.moreTools);
      if (menu.kind === 'found') await this.tab.click(menu.x, menu.y);
    }
    await this.click('button', name);
  }

  /** Waits until the page is at this step, whose row and caption are in sight. */
  async isAt(step: number): Promise<void> {
    await expect.poll(() => this.step(), 'the step').toBe(step);
    await this.seesPresentRow();
  }

  async step(): Promise<number> {
    const slider = await this.locate('slider', this.words.step);
    return slider.kind === 'found' ? Number(slider.value) : Number.NaN;
  }

  async lastStep(): Promise<number> {
    return this.tab.evaluate(
      (name) => Number(document.querySelector<HTMLInputElement>(`[aria-label="${name}"]`)?.max),
      this.words.step,
    );
  }

  async seesPresentRow(): Promise<void> {
    await expect.poll(() => this.tab.evaluate(presentRowProblems, null), 'what hides the step').toEqual([]);
  }

  /** The text of all elements that match. */
  textOf(selector: string): Promise<string> {
    return this.tab.evaluate(
      (each) => [...document.querySelectorAll(each)].map(({ textContent }) => textContent).join('\n'),
      selector,
    );
  }

  async reads(selector: string, text: string | RegExp): Promise<void> {
    await expect.poll(() => this.textOf(selector), selector).toMatch(text);
  }

  count(selector: string): Promise<number> {
    return this.tab.evaluate((each) => document.querySelectorAll(each).length, selector);
  }

  /** The box of the first element that matches, in pixels of the viewport. */
  boxOf(selector: string): Promise<{ x: number; y: number; width: number }> {
    return this.tab.evaluate((each) => {
      const box = document.querySelector(each)?.getBoundingClientRect();
      if (box === undefined) throw new Error(`There is no ${each}.`);
      return { x: box.x, y: box.y, width: box.width };
    }, selector);
  }

  /** What is on the screen at these points of the viewport: red, green, blue. */
  async coloursAt(points: readonly { readonly x: number; readonly y: number }[]): Promise<number[][]> {
    const png = (await this.tab.screenshot()).toString('base64');
    return this.tab.evaluate(
      async ({ image, places }) => {
        const bytes = Uint8Array.from(atob(image), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = document.createElement('canvas');
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        const context = canvas.getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const scale = bitmap.width / innerWidth;
        return places.map(({ x, y }) => [
          ...(context?.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data ?? []),
        ]);
      },
      { image: png, places: points },
    );
  }

  address(): Promise<string> {
    return this.tab.evaluate(() => location.href, null);
  }

  async resize(size: Size): Promise<void> {
    await this.tab.resize?.(size);
  }
}

export const caption = 'main p:has(> span[data-tone])';
