/** Playwright's `test` with a visitor in the project's browser, which starts once for all flows. */
import { type BrowserContextOptions, test as base, devices, expect } from '@playwright/test';
import type { Language } from '../../src/locales/language.ts';
import type { ShippedLanguageId } from '../../src/url/languages.ts';
import { chromiumExecutable, chromiumFlags } from '../support/chromium.ts';
import { findFirefox, startFirefox } from './firefox.ts';
import { playwrightTab } from './playwright-tab.ts';
import type { Tab } from './tab.ts';
import { Visitor } from './visitor.ts';
import { findWebKit, startWebKit } from './webkitgtk.ts';

/** `playwright` names a browser of Playwright's own, which `npx playwright install` downloads. */
export type BrowserChoice =
  | { readonly kind: 'chromium'; readonly device?: string }
  | { readonly kind: 'firefox' }
  | { readonly kind: 'webkitgtk' }
  | {
      readonly kind: 'playwright';
      readonly name: 'firefox' | 'webkit';
      readonly device?: string;
    };

interface WorkerFixtures {
  readonly browserChoice: BrowserChoice;
  /** Null if the browser isn't installed. */
  readonly tab: Tab | null;
}

interface Fixtures {
  readonly language: ShippedLanguageId;
  readonly visitor: Visitor;
}

const desktop = { width: 1366, height: 768 };

export const test = base.extend<Fixtures, WorkerFixtures>({
  browserChoice: [{ kind: 'chromium' }, { option: true, scope: 'worker' }],
  language: ['en', { option: true }],

  tab: [
    async ({ browserChoice, playwright }, use) => {
      const tab = await start(browserChoice, playwright);
      await tab?.resize?.(desktop);
      await use(tab);
      await tab?.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  visitor: async ({ tab, browserChoice, language, baseURL }, use, info) => {
    if (tab === null) {
      info.skip(true, howToInstall(browserChoice));
      return;
    }
    const words: Language = {
      ...(await import(`../../src/locales/${language}/phrasebook.ts`)),
      ...(await import(`../../src/locales/${language}/view-text.ts`)),
    };
    await tab.resize?.(desktop);
    tab.errors();
    await use(new Visitor(tab, words, baseURL ?? ''));
    if (info.status !== info.expectedStatus) {
      await info.attach('screenshot', { body: await tab.screenshot(), contentType: 'image/png' });
    }
    expect(tab.errors(), 'uncaught errors of the page').toEqual([]);
  },
});

type Playwright = Pick<typeof import('@playwright/test'), 'chromium' | 'firefox' | 'webkit'>;

async function start(choice: BrowserChoice, playwright: Playwright): Promise<Tab | null> {
  switch (choice.kind) {
    case 'chromium': {
      const executablePath = await chromiumExecutable();
      const browser = await playwright.chromium.launch({ executablePath, args: chromiumFlags });
      return playwrightTab(browser, profile(choice.device));
    }
    case 'playwright': {
      // Firefox has no touch screens in Playwright.
      return playwrightTab(await playwright[choice.name].launch(), profile(choice.device));
    }
    case 'firefox': {
      const program = findFirefox();
      return program === null ? null : startFirefox(program);
    }
    case 'webkitgtk': {
      const programs = findWebKit();
      return programs === null ? null : startWebKit(programs);
    }
    default:
      throw new Error(`Unknown ${choice satisfies never}`);
  }
}

function profile(device: string | undefined): BrowserContextOptions {
  if (device === undefined) return { viewport: desktop };
  const { defaultBrowserType: _, ...options } = devices[device] ?? {};
  return options;
}

function howToInstall({ kind }: BrowserChoice): string {
  return kind === 'firefox'
    ? 'Firefox is not installed. On Debian: apt-get install firefox-esr'
    : 'WebKitGTK is not installed. On Debian: apt-get install webkit2gtk-driver xvfb';
}

export { expect };
