/**
 * The script of the first paint. It runs before the page's own, which is a hundred times as large, and shows the page as
 * it opens, in the reader's language: `index.html` has it as a template for each language. For a link to another run it
 * shows the same page without what depends on the run.
 */

import { afterNextFrame } from '../../ui/next-frame.ts';
import { firstPaintAddress } from '../../url/first-paint-address.ts';
import { pageHash, pageSearch } from '../../url/page-address.ts';
import { isShownAgain } from '../history-entries.ts';
import { openingTheme } from '../opening-theme.ts';
import { preferredLanguage } from '../preferences.ts';
import { showLanguage } from '../show-language.ts';
import { recordInputs } from './early-input.ts';
import { isPhone } from './phone.ts';

/** Lesson, modes, heads, list of steps, caption and slider: what depends on the run. */
const PARTS_OF_RUN = 'header > p, main > :first-child > *, [data-heads], ol, [data-foot] > :first-child > *';

function show(): void {
  const { lang, theme, present, embed, shows } = firstPaintAddress(pageSearch(), pageHash());
  const html = document.documentElement;
  html.dataset.theme = openingTheme(theme);
  html.toggleAttribute('data-present', present);
  html.toggleAttribute('data-embed', embed);
  const language = lang ?? preferredLanguage();
  showLanguage(language);
  const template = document.getElementById(`first-paint-${language}`);
  const root = document.getElementById('root');
  if (root === null || !(template instanceof HTMLTemplateElement) || shows === 'other') {
    startPage();
    return;
  }
  const page = template.content;
  if (shows === 'run' || isShownAgain()) hideRun(page);
  if (present || embed) page.querySelector('header')?.remove();
  if (isPhone()) showSteps(page);
  const shown = [...page.children];
  root.append(page);
  root.toggleAttribute('data-early', true);
  window.earlyInputs = recordInputs(shown);
  afterNextFrame(() => startPage(template.dataset.chunks));
}

const ownScript = document.currentScript;

/**
 * Loads the page's script only once the page is on the screen: on a slow network it would delay that.
 *
 * @param language The language's chunks. The page's script asks for them only once it runs.
 */
function startPage(language = ''): void {
  const { page = '', library = '', chunks = '' } = ownScript?.dataset ?? {};
  for (const chunk of [...chunks.split(' '), ...language.split(' ')]) if (chunk) preload(chunk);
  // Apart, the library is evaluated in a task of its own, and maybe while the rest is still on its way.
  run(library);
  run(page);
}

function run(module: string): void {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = module;
  document.head.append(script);
}

function preload(chunk: string): void {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = chunk;
  document.head.append(link);
}

/** Invisible, so that everything has its place. */
function hideRun(page: DocumentFragment): void {
  const slider = page.querySelector('input[type=range]')?.parentElement;
  for (const part of [...page.querySelectorAll<HTMLElement>(PARTS_OF_RUN), slider]) {
    part?.style.setProperty('visibility', 'hidden');
  }
}

/** The view that a phone opens with. */
function showSteps(page: DocumentFragment): void {
  page.querySelector('main')?.setAttribute('data-view', 'steps');
  page.querySelector('input[value=steps]')?.setAttribute('checked', '');
  page.querySelector('input[value=diagram]')?.removeAttribute('checked');
}

show();
