/** Build and unit-test configuration. The built page has a relative base, so it runs under any path. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './scripts/vite/content-security-policy.ts';
import { mermaidSequenceOnly } from './scripts/vite/mermaid-sequence-only.ts';
import { offline } from './scripts/vite/offline.ts';

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy(), mermaidSequenceOnly(), offline(import.meta.dirname)],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/setup.ts'],
    // Property tests run many simulations; a small, busy machine takes its time over them.
    testTimeout: 30_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
