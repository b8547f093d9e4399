/**
 * The whole page as one HTML file, for a memory stick or a mail. A double click opens it, without any network request.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { contentSecurityPolicyByHash } from './scripts/vite/content-security-policy.ts';
import { mermaidSequenceOnly } from './scripts/vite/mermaid-sequence-only.ts';
import { buildTarget } from './scripts/vite/oldest-browsers.ts';
import { linksInside, named, workersInside } from './scripts/vite/one-file.ts';
import { openingRun } from './scripts/vite/opening-run.ts';
import { ownFonts, ownFontsOnly } from './scripts/vite/own-fonts.ts';
import { plainIcons } from './scripts/vite/plain-icons.ts';
import { stageCss } from './scripts/vite/stage-css.ts';
import { startMessages } from './scripts/vite/start-messages.ts';

const root = import.meta.dirname;

export default defineConfig({
  // The page reads it as `import.meta.env.MODE`.
  mode: 'one-file',
  // Otherwise the file would contain the pseudo-locale.
  define: { __PSEUDO_LOCALE__: false },
  plugins: [
    react(),
    openingRun(),
    stageCss(),
    startMessages(root),
    mermaidSequenceOnly(),
    plainIcons(),
    ownFonts(root),
    ownFontsOnly(root),
    linksInside(root),
    workersInside(),
    viteSingleFile(),
    contentSecurityPolicyByHash(),
    named('statescope.html'),
  ],
  // Added to the page that was built before.
  worker: { plugins: () => [mermaidSequenceOnly()] },
  build: { target: buildTarget, emptyOutDir: false, copyPublicDir: false, modulePreload: false },
});
