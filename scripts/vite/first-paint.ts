/**
 * Makes `index.html` show the page before the page's script has loaded: adds the page as HTML, once for each language, the
 * small script that shows it, and the styles. All of it is inline, because each further request would delay the first paint.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, type Plugin } from 'vite';
import { type ShippedLanguageId, shippedLanguages } from '../../src/url/languages.ts';
import { withScriptAllowed } from './content-security-policy.ts';
import { buildTarget } from './oldest-browsers.ts';
import { openingRun } from './opening-run.ts';
import { stageCss } from './stage-css.ts';

const STYLESHEET = /<link rel="stylesheet"[^>]*href="\.\/(assets\/[^"]+\.css)"[^>]*>/;
const PAGE_SCRIPT = /\s*<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/;
const PRELOADS = /\s*<link rel="modulepreload"[^>]*href="([^"]+)"[^>]*>/g;
/** The chunk of React, which runs on its own before the page's script does. */
const LIBRARY = 'react';
const FONT_URL = /url\(["']?(?:\.\/)?([^"')/]+\.woff2)["']?\)/g;

export function firstPaint(root: string): Plugin {
  return {
    name: 'first-paint',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') this.error('The bundle has no index.html.');
        const html = String(page.source);
        const sheet = STYLESHEET.exec(html)?.[1] ?? '';
        const styles = bundle[sheet];
        if (styles?.type !== 'asset') this.error('The page has no stylesheet.');
        // The loader of chunks takes a stylesheet for loaded that is in the page, and no browser fetches a disabled one.
        const inlined = `<style>${inPage(String(styles.source))}</style>\n<link rel="stylesheet" href="./${sheet}" disabled>`;
        delete bundle[sheet];
        const code = await firstPaintScript(root);
        const [, pageScript] = PAGE_SCRIPT.exec(html) ?? [];
        const chunks = [...html.matchAll(PRELOADS)].map(([, chunk]) => chunk);
        const chunkNamed = (name: string) => {
          const chunk = Object.values(bundle).find((each) => each.type === 'chunk' && each.name === name);
          if (chunk?.type !== 'chunk') throw new Error(`The bundle has no chunk ${name}.`);
          return chunk;
        };
        const chunksOf = (id: string) => {
          const words = chunkNamed(id);
          const files = [words.fileName, ...words.imports].map((file) => `./${file}`);
          return files.filter((file) => !chunks.includes(file)).join(' ');
        };
        const markup = await openingMarkup(root);
        const templates = markup.map(
          ([id, content]) =>
            `<template id="first-paint-${id}" data-chunks="${chunksOf(id)}">${content}</template>`,
        );
        const library = `./${chunkNamed(LIBRARY).fileName}`;
        const script = `<script data-page="${pageScript}" data-library="${library}" data-chunks="${chunks.join(' ')}">${code}</script>`;
        const shown = html
          .replace(PAGE_SCRIPT, '')
          .replaceAll(PRELOADS, '')
          .replace(STYLESHEET, () => inlined)
          .replace('</body>', () => `${templates.join('\n')}\n${script}\n</body>`);
        page.source = withScriptAllowed(shown, code);
      },
    },
  };
}

/** Addresses in a stylesheet are relative to it. */
function inPage(css: string): string {
  return css.replace(FONT_URL, (_, file) => `url(./assets/${file})`);
}

const shared: InlineConfig = {
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  define: { __PSEUDO_LOCALE__: process.env.VITE_PSEUDO_LOCALE === '1' },
};

/** A classic script, because modules wait for the whole page. */
async function firstPaintScript(root: string): Promise<string> {
  const built = await build({
    ...shared,
    root,
    build: {
      write: false,
      target: buildTarget,
      rolldownOptions: {
        input: join(root, 'src/app/first-paint/show.ts'),
        output: { format: 'iife' },
        // Otherwise it would contain the schema of addresses.
        treeshake: { moduleSideEffects: false },
      },
    },
  });
  const output = 'output' in built ? built.output : [];
  const [script] = output;
  if (script?.type !== 'chunk' || output.length > 1)
    throw new Error('The first paint needs exactly one script.');
  // Its end tag would end the script of the page as well.
  if (script.code.includes('</script')) throw new Error('The script of the first paint contains an end tag.');
  return script.code.trim();
}

/** Each language with its page. The page's own views render it. */
async function openingMarkup(root: string): Promise<(readonly [ShippedLanguageId, string])[]> {
  const outDir = join(root, 'node_modules/.cache/first-paint');
  // The time makes Node load what was built now, and not an earlier build of the same process.
  const entry = `markup-${Date.now()}.js`;
  await build({
    ...shared,
    root,
    plugins: [react(), openingRun(), stageCss()],
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      ssr: true,
      target: 'node20',
      rolldownOptions: {
        input: join(root, 'src/app/first-paint/markup.tsx'),
        output: { entryFileNames: entry },
      },
    },
  });
  const path = String(pathToFileURL(join(outDir, entry)));
  const module: typeof import('../../src/app/first-paint/markup.tsx') = await import(path);
  return Promise.all(shippedLanguages.map(async (id) => [id, await module.openingMarkup(id)] as const));
}
