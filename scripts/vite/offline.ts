/** Makes the page installable and available offline: manifest, icons and a service worker. */
import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { ownFontFiles } from './own-fonts.ts';

const FONT_FILE = /^assets\/(.+)-[\w-]{8}\.woff2$/;
/** More than the number of subset files in all fonts. */
const FONT_FILES_MAX = 150;

/**
 * Every file but the page, in a path with its query: the one-file page, the licences, the schema of scenario files. The
 * service worker answers other navigations with the page.
 */
export const OTHER_FILES = /^[^?]*\/(?!index\.html(?:\?|$))[^/?]*\.[a-z][^/?]*(?:\?|$)/i;

export function offline(root: string): PluginOption {
  const ownFonts = ownFontFiles(root);
  const isWanted = ({ url }: { readonly url: string }) => {
    const font = FONT_FILE.exec(url)?.[1];
    return font === undefined || ownFonts.has(`${font}.woff2`);
  };
  return VitePWA({
    // The page registers the service worker after it has rendered the stage. A new version waits for the reader's consent.
    injectRegister: false,
    registerType: 'prompt',
    // `globPatterns` includes them.
    includeManifestIcons: false,
    manifest: {
      name: 'Statescope',
      short_name: 'Statescope',
      description: 'Stateful against stateless, seen. 상태 유지와 무상태를 눈으로 봐요.',
      display: 'standalone',
      background_color: '#f6f5f1',
      theme_color: '#f6f5f1',
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{html,js,css,svg,woff2}', '*.schema.json', 'icons/*.png'],
      // The one-file page is a download.
      globIgnores: ['statescope.html'],
      // Font subsets that only the reader's own text needs are cached at first use.
      manifestTransforms: [(entries) => ({ manifest: entries.filter(isWanted), warnings: [] })],
      runtimeCaching: [
        {
          urlPattern: /\.woff2$/,
          handler: 'CacheFirst',
          options: { cacheName: 'fonts', expiration: { maxEntries: FONT_FILES_MAX } },
        },
      ],
      navigateFallback: 'index.html',
      navigateFallbackDenylist: [OTHER_FILES],
      cleanupOutdatedCaches: true,
      // The first visit is controlled too, so what it fetches later is cached.
      clientsClaim: true,
      skipWaiting: false,
    },
  });
}
