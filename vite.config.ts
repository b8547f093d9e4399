/** Build and unit-test configuration. The built page has a relative base, so it runs under any path. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { cachedAssets } from './scripts/vite/cached-assets.ts';
import { contentSecurityPolicy } from './scripts/vite/content-security-policy.ts';
import { firstPaint } from './scripts/vite/first-paint.ts';
import { mermaidSequenceOnly } from './scripts/vite/mermaid-sequence-only.ts';
import { offline } from './scripts/vite/offline.ts';
import { buildTarget } from './scripts/vite/oldest-browsers.ts';
import { openingRun } from './scripts/vite/opening-run.ts';
import { ownFonts } from './scripts/vite/own-fonts.ts';
import { plainIcons } from './scripts/vite/plain-icons.ts';
import { stageCss } from './scripts/vite/stage-css.ts';
import { startMessages } from './scripts/vite/start-messages.ts';
import { testProjects } from './scripts/vite/test-projects.ts';
import { workerLicences } from './scripts/vite/worker-licences.ts';

const LICENCES = 'licenses/packages.txt';

/** The words of what is loaded first, and the opening diagram in them. */
const languageFile = /\/src\/locales\/([^/]+)\/stage-text\.ts$|^\0virtual:opening-diagram\/(.+)$/;
/** The words of the rest of the page. */
const viewTextFile = /\/src\/locales\/([^/]+)\/view-text\.ts$/;
/** The words of all other diagrams. */
const phrasebookFile = /\/src\/locales\/([^/]+)\/phrasebook\.ts$/;

/**
 * Each chunk contains the modules that match and everything they import that isn't in another chunk. One file for each
 * moment of loading: many small files take longer, and compress worse together.
 */
const chunks = [
  // Evaluated before the page's own code, in a task of its own (first-paint.ts).
  { name: 'react', test: /\/node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
  // What the stage needs for stepping.
  { name: 'first', test: /\/src\/app\/main\.tsx$/, priority: 1 },
  // What is around the stage. Before `simulation`, which shares modules with it.
  { name: 'around', test: /\/src\/app\/around\.tsx$/, priority: 1 },
  // The guide searches Korean in either language, so it can't be part of `ko`.
  { name: 'hangul', test: /\/node_modules\/es-hangul\//, priority: 1 },
  // Loaded right after the first paint. Before `side`, which shares modules with it. Every language imports the last two,
  // so no language's chunk can contain them.
  {
    name: 'simulation',
    test: /\/src\/(app\/simulation\.ts|locales\/phrases\.ts|sequence\/messages\/formatter\.ts)$/,
    priority: 1,
  },
  // Everything beside the stage, in one file. The stage marks causes as well, so evidence.ts would be a file of its
  // own.
  { name: 'side', test: /\/src\/(app\/side\.tsx|trace\/evidence\.ts)$/ },
  // Three chunks for each language, named after its folder. A reader loads those of one language.
  {
    name: (id: string) => {
      const [, folder, diagram] = languageFile.exec(id) ?? [];
      return folder ?? diagram ?? null;
    },
    test: languageFile,
    priority: 1,
  },
  {
    name: (id: string) => {
      const folder = viewTextFile.exec(id)?.[1];
      return folder === undefined ? null : `${folder}-page`;
    },
    test: viewTextFile,
  },
  {
    name: (id: string) => {
      const folder = phrasebookFile.exec(id)?.[1];
      return folder === undefined ? null : `${folder}-diagrams`;
    },
    test: phrasebookFile,
  },
];

export default defineConfig(({ command, mode }) => ({
  base: './',
  // A missing file is answered with 404, and not with the page.
  appType: 'mpa',
  preview: {
    // The policy for scripts is a meta element of each page; these directives have no effect there.
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Content-Security-Policy': "object-src 'none'; base-uri 'none'",
    },
  },
  // The pseudo-locale `?lang=qps`: for development, and for builds that the tests make.
  define: {
    __PSEUDO_LOCALE__: (command === 'serve' && mode !== 'test') || process.env.VITE_PSEUDO_LOCALE === '1',
  },
  plugins: [
    react(),
    openingRun(),
    stageCss(),
    ownFonts(import.meta.dirname),
    startMessages(import.meta.dirname),
    contentSecurityPolicy(),
    cachedAssets(),
    mermaidSequenceOnly(),
    plainIcons(),
    firstPaint(import.meta.dirname),
    offline(import.meta.dirname),
    workerLicences(import.meta.dirname, LICENCES),
  ],
  worker: { plugins: () => [mermaidSequenceOnly()] },
  build: {
    target: buildTarget,
    assetsInlineLimit: 0,
    modulePreload: {
      // The list of what each lazy-loaded part imports would be a part of the first load, and almost all of it is there by
      // then. Styles are needed before the part renders.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
    // The licences of all packages in the page, which Help links to.
    license: { fileName: LICENCES },
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  test: {
    environment: 'node',
    setupFiles: ['tests/setup/properties.ts'],
    projects: testProjects(import.meta.dirname),
    // A bound for tests that hang. Property tests run many simulations, and a busy machine takes its time over them.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Otherwise one core is kept back for Vitest itself: one of two.
    maxWorkers: '100%',
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
}));
