/** A tab of a browser that Playwright drives: an installed Chromium, or Playwright's own Firefox and WebKit. */
import type { Browser, BrowserContextOptions } from '@playwright/test';
import type { Size, Tab } from './tab.ts';

export async function playwrightTab(browser: Browser, options: BrowserContextOptions): Promise<Tab> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  const page = await context.newPage();
  let errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const isTouched = options.hasTouch === true;
  return {
    goto: async (address) => {
      await page.goto(address);
    },
    back: async () => {
      await page.goBack();
    },
    // Playwright types the argument of a function as unwrapped handles, which JSON never has.
    evaluate: (action, argument) => page.evaluate(action as (argument: unknown) => never, argument),
    press: ({ key, shiftKey = false }) => page.keyboard.press(shiftKey ? `Shift+${key}` : key),
    click: (x, y) => (isTouched ? page.touchscreen.tap(x, y) : page.mouse.click(x, y)),
    ...(!isTouched && { resize: (size: Size) => page.setViewportSize(size) }),
    screenshot: () => page.screenshot(),
    errors: () => {
      const read = errors;
      errors = [];
      return read;
    },
    close: async () => {
      await context.close();
      await browser.close();
    },
  };
}
