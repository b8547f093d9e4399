/** Build and unit-test configuration. The built page has a relative base, so it runs under any path. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './scripts/vite/content-security-policy.ts';
import { mermaidSequenceOnly } from './scripts/vite/mermaid-sequence-only.ts';
import { offline } from './scripts/vite/offline.ts';

const languageFile = /\/src\/locales\/([^/]+)\/index\.ts$/;

/** Each is one file, with all that it needs at once: many small ones take longer, and are larger together. */
const chunks = [
  // What every language is made with is no part of any.
  { name: 'first', test: /\/src\/(app\/main\.tsx|locales\/phrases\.ts)$/, priority: 1 },
  // The guide searches Korean in either language.
  { name: 'hangul', test: /\/node_modules\/es-hangul\//, priority: 1 },
  // Why a step came out so is told beside the stage, and marked on it.
  { name: 'side', test: /\/src\/(app\/side\.tsx|trace\/evidence\.ts)$/ },
  { name: 'parts', test: /\/src\/simulation\/every-part\.ts$/, priority: 1 },
  // One chunk for each language, named after its folder.
  {
    name: (id: string) => languageFile.exec(id)?.[1] ?? null,
    test: languageFile,
  },
];

export default defineConfig(({ command, mode }) => ({
  base: './',
  // The pseudo-locale `?lang=qps`: for development, and for builds that the tests make.
  define: {
    __PSEUDO_LOCALE__: (command === 'serve' && mode !== 'test') || process.env.VITE_PSEUDO_LOCALE === '1',
  },
  plugins: [react(), contentSecurityPolicy(), mermaidSequenceOnly(), offline(import.meta.dirname)],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  test: {
    environment: 'node',
    include: ['{tests,src}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/setup.ts'],
    // Property tests run many simulations; a small, busy machine takes its time over them.
    testTimeout: 30_000,
    // Otherwise one core is kept back for Vitest itself: one of two.
    maxWorkers: '100%',
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
}));
