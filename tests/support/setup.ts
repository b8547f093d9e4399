/** Runs before every test file (see vite.config.ts). Nothing needs it yet. */
