/** Drives the page like a user, through accessible names. */
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { ViewText } from '../../src/features/view-text.ts';
import type { Language } from '../../src/locales/language.ts';
import { pseudoLanguage } from '../../src/locales/pseudo.ts';
import type { BalancingPolicy } from '../../src/simulation/actors/balancing.ts';
import type { Mode } from '../../src/simulation/strategies/strategy-traits.ts';
import { type LanguageId, type ShippedLanguageId, shippedLanguages } from '../../src/url/languages.ts';
import type { ThemeChoice } from '../../src/url/theme-choice.ts';
import { linkedRun, type RunChange } from './links.ts';

/** Later than any page takes to open. */
const HOUR_MS = 3_600_000;

/** What the page loads in idle time: the animation library and the printed pages. */
const chunksOfIdleTime = ['moving', 'print-pages'];

export { shippedLanguages as languages };

type ByLanguage<Value> = Readonly<Record<ShippedLanguageId, Value>>;

const catalogues = Object.fromEntries([
  ['qps', await pseudoLanguage()],
  ...(await Promise.all(
    shippedLanguages.map(async (id) => {
      const [{ phrasebook }, { viewText }] = await Promise.all([
        import(`../../src/locales/${id}/phrasebook.ts`),
        import(`../../src/locales/${id}/view-text.ts`),
      ]);
      return [id, { phrasebook, viewText }] as const;
    }),
  )),
]) as Readonly<Record<LanguageId, Language>>;

/** Words that the page loads when it needs them, in each language. */
export async function inEachLanguage<Words>(
  load: (text: ViewText) => Promise<Words>,
): Promise<ByLanguage<Words>> {
  const loaded = shippedLanguages.map(async (id) => [id, await load(catalogues[id].viewText)] as const);
  return Object.fromEntries(await Promise.all(loaded)) as ByLanguage<Words>;
}

/** The languages of a test's own expected words, which aren't from the catalogues. */
export function languagesIn<Id extends string>(expected: Readonly<Record<Id, unknown>>): Id[] {
  return Object.keys(expected) as Id[];
}

/** The language with the region where most of its speakers live, as a browser has it: `ko-KR`, `en-US`. */
export const locales = Object.fromEntries(
  shippedLanguages.map((id) => {
    const { language, region } = new Intl.Locale(id).maximize();
    return [id, `${language}-${region}`];
  }),
) as ByLanguage<string>;

/** Query parameters. */
export type Query = Readonly<Record<string, string>>;

type KeyInit = Pick<
  KeyboardEventInit,
  'key' | 'keyCode' | 'isComposing' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'
>;

export class StageDriver {
  readonly page: Page;
  readonly words: ViewText;
  readonly #language: LanguageId;
  /** Addresses fetched by the page since it was opened. */
  #fetched: string[] = [];

  constructor(page: Page, language: LanguageId) {
    this.page = page;
    this.#language = language;
    this.words = catalogues[language].viewText;
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.#fetched = [];
    });
    page.on('requestfinished', (request) => this.#fetched.push(request.url()));
  }

  /** Opens the page and waits until it can step. */
  async open(query: Query = {}, run?: Partial<RunChange>): Promise<void> {
    // If only the hash changed, the page would reload itself at an unknown time.
    if (run !== undefined) await this.page.goto('about:blank');
    await this.page.goto(addressOf(query, run));
    await this.isReady();
  }

  async reload(): Promise<void> {
    // What was chosen in the first paint's header acts once the page's own is there.
    await expect(this.page.locator('[data-still]')).toHaveCount(0);
    // The address is updated a frame after the step.
    await this.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    await this.page.reload();
    await this.isReady();
  }

  async isReady(): Promise<void> {
    await expect(this.control('nextStep')).toBeVisible();
    // The first paint looks like the page, but has no stage yet.
    await expect(this.page.locator('#root[data-early]')).toHaveCount(0);
    // Key handlers are attached a frame after rendering.
    await this.#painted();
  }

  /** The same page in another language. */
  spokenIn(language: LanguageId): StageDriver {
    return new StageDriver(this.page, language);
  }

  server(ordinal: number): string {
    return catalogues[this.#language].phrasebook.name({ role: 'server', ordinal });
  }

  get loadBalancer(): string {
    return catalogues[this.#language].phrasebook.name({ role: 'load-balancer', ordinal: 1 });
  }

  get stage(): Locator {
    return this.page.locator('[data-stage]');
  }

  get drawing(): Locator {
    return this.page.locator('[data-canvas]');
  }

  /** The present step's row in the diagram. */
  get presentRow(): Locator {
    return this.drawing.locator('[data-row][data-present=true]');
  }

  /** The animated message. There's none when nothing moves, or when the step is a crash. */
  get packet(): Locator {
    return this.drawing.locator('[data-present=true] > circle');
  }

  get caption(): Locator {
    return this.page.locator('main p:has(> span[data-tone])');
  }

  get status(): Locator {
    return this.page.getByRole('status');
  }

  get slider(): Locator {
    return this.page.getByRole('slider', { name: this.words.step, exact: true });
  }

  get steps(): Locator {
    return this.page.getByRole('list', { name: this.words.steps, exact: true });
  }

  get presentItem(): Locator {
    return this.steps.locator('[aria-current=step]');
  }

  get notice(): Locator {
    return this.page.getByRole('alert');
  }

  get help(): Locator {
    return this.page.getByRole('dialog', { name: this.words.help, exact: true });
  }

  memoryOf(ordinal: number): Locator {
    return this.page.getByRole('group', { name: this.words.memoryOf(this.server(ordinal)), exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  radio(group: string, name: string): Locator {
    return this.page
      .getByRole('radiogroup', { name: group, exact: true })
      .getByRole('radio', { name, exact: true });
  }

  control(
    name:
      | 'firstStep'
      | 'previousStep'
      | 'play'
      | 'pause'
      | 'nextStep'
      | 'lastStep'
      | 'moreControls'
      | 'startOver',
  ): Locator {
    return this.button(this.words[name]);
  }

  async next(): Promise<void> {
    await this.control('nextStep').click();
  }

  async back(): Promise<void> {
    await this.control('previousStep').click();
  }

  async toTheEnd(): Promise<void> {
    // A command may still wait for the simulation: the run that it leads to can have another last step.
    await expect(async () => {
      const last = await this.last();
      if ((await this.present()) < last) await this.control('lastStep').click();
      await expect(this.slider).toHaveValue(String(last), { timeout: 1_000 });
    }).toPass();
    await this.isAt(await this.last());
  }

  async crash(ordinal: number): Promise<void> {
    await this.button(this.words.crash(this.server(ordinal))).click();
    // The simulation may still be loading: the command waits for it.
    await expect(this.button(this.words.restart(this.server(ordinal)))).toBeAttached();
  }

  async restart(ordinal: number): Promise<void> {
    await this.button(this.words.restart(this.server(ordinal))).click();
  }

  mode(mode: Mode): Locator {
    return this.radio(this.words.state, this.words.modes[mode]);
  }

  /** Chooses a tool in the header. On a narrow screen, opens the menu first. */
  async chooseTool(name: string): Promise<void> {
    await this.showTools();
    await this.button(name).click();
  }

  async showTools(): Promise<void> {
    const more = this.button(this.words.moreTools);
    if ((await more.isVisible()) && (await more.getAttribute('aria-expanded')) === 'false')
      await more.click();
  }

  /** A button while there are two languages, a list of them when there are more. */
  get languageSwitch(): Locator {
    return this.page.locator('[data-language-switch]');
  }

  async chooseLanguage(language: ShippedLanguageId): Promise<void> {
    if (shippedLanguages.length > 2) await this.languageSwitch.selectOption(language);
    else await this.languageSwitch.click();
  }

  async chooseTheme(theme: ThemeChoice): Promise<void> {
    await this.page.getByRole('combobox', { name: this.words.theme, exact: true }).selectOption(theme);
  }

  async chooseMode(mode: Mode): Promise<void> {
    await this.choose(this.words.state, this.words.modes[mode]);
  }

  async chooseBalancing(policy: BalancingPolicy): Promise<void> {
    await this.page.getByLabel(this.words.balancing, { exact: true }).selectOption(policy);
  }

  /** Clicks on the option's text, like a pointer. */
  async choose(group: string, name: string): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: group, exact: true })
      .locator('label', { hasText: name })
      .click();
  }

  /** Dispatches a key event with this code, regardless of the keyboard layout or input method. */
  async dispatchKey(code: string, init: KeyInit = {}): Promise<void> {
    await this.page.evaluate(
      ([pressed, rest]) => {
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(
          new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...rest, code: pressed }),
        );
      },
      [code, init] as const,
    );
  }

  /** Waits until every step counter shows the step. */
  async isAt(step: number): Promise<void> {
    await expect(this.slider).toHaveValue(String(step));
    await expect(this.status).toContainText(this.words.stepSentence(step, '').trim());
  }

  /**
   * Opens the page with a fake clock: time passes only in `pass`, so an animation can be inspected in its middle on any
   * machine.
   */
  async openWithTimeHeld(query: Query = {}): Promise<void> {
    await this.page.clock.install({ time: 0 });
    await this.open(query);
    // Motion is loaded when the page is idle, which never happens with the clock stopped.
    await this.isIdle();
    await this.page.clock.pauseAt(HOUR_MS);
  }

  /**
   * Waits until the page has loaded what it loads in idle time. A quiet network doesn't show that: on a busy machine, idle
   * time begins later.
   */
  async isIdle(): Promise<void> {
    for (const chunk of chunksOfIdleTime) {
      const script = new RegExp(`/${chunk}-[^/]*\\.js$`);
      const address = () => this.#fetched.find((url) => script.test(url));
      await expect.poll(address, `the page has loaded ${chunk}`).toBeDefined();
      // Importing the same address waits until the page's own import is complete.
      await this.page.evaluate(async (url) => void (await import(url)), address() ?? '');
    }
    await this.#painted();
  }

  /** Waits until what React has rendered by now has been painted. */
  async #painted(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  async pass(ms: number): Promise<void> {
    await this.page.clock.runFor(ms);
  }

  async present(): Promise<number> {
    return Number(await this.slider.inputValue());
  }

  async last(): Promise<number> {
    return Number(await this.slider.getAttribute('max'));
  }

  /** The stateful and the stateless number in a row of the scoreboard. */
  async score(row: string): Promise<string[]> {
    // The panels beside the stage render a moment later.
    await expect(this.page.locator('[aria-busy="true"]')).toHaveCount(0);
    const table = this.page.getByRole('table', { name: this.words.scoreboard, exact: true });
    const cells = table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: row }) });
    return cells.getByRole('cell').allTextContents();
  }

  /**
   * Everything visible or audible of a step, as text. Leaves out the reader's position in the lesson, which depends on
   * the path taken.
   */
  async picture(): Promise<string> {
    // The panels beside the stage render a moment later.
    await expect(this.page.locator('[aria-busy="true"]')).toHaveCount(0);
    const page = await this.page.locator('main').ariaSnapshot();
    const heard = [this.words.lesson, this.words.guide.cardsHere].reduce(withoutRegion, page);
    const seen = await this.page.evaluate(() => {
      const textsIn = (element: Element) =>
        [...element.querySelectorAll('text')].map((words) => words.textContent).join(' ');
      // The number of rendered rows further up depends on the scroll position; these are always rendered.
      const rows = [...document.querySelectorAll<SVGElement>('[data-row]')]
        .slice(-2)
        .map((row) => `${row.dataset.row} ${row.dataset.tone} ${row.dataset.present} ${textsIn(row)}`);
      const heads = [...document.querySelectorAll<HTMLElement>('[data-participant]')].map((head) => {
        const chips = [...head.querySelectorAll<HTMLElement>('li')].map(
          (chip) => `${chip.dataset.kind} ${chip.firstElementChild?.textContent}`,
        );
        const { participant, up, activity } = head.dataset;
        return `${participant} ${up} ${activity} ${chips.join(', ')}`;
      });
      const outages = [...document.querySelectorAll<HTMLElement>('[data-outage]')].map((each) => {
        const { outage, ends } = each.dataset;
        return `${outage} down, ${ends === 'true' ? 'and back' : 'and on'}`;
      });
      return [...rows, ...heads, ...outages].join('\n');
    });
    return `${heard}\n${seen}`;
  }
}

/** An accessibility tree without one region. */
function withoutRegion(tree: string, name: string): string {
  let inside = Number.POSITIVE_INFINITY;
  return tree
    .split('\n')
    .filter((line) => {
      const depth = line.search(/\S/);
      if (depth <= inside) inside = line.includes(`- region "${name}"`) ? depth : Number.POSITIVE_INFINITY;
      return depth < inside;
    })
    .join('\n');
}

export function addressOf(query: Query, run?: Partial<RunChange>): string {
  const search = new URLSearchParams(query).toString();
  const hash = run === undefined ? '' : `#run=${linkedRun({ commands: [], ...run })}`;
  return `./${search === '' ? '' : `?${search}`}${hash}`;
}
