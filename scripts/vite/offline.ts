/** Makes the page installable and keeps it for times without a network: manifest, icons, and a service worker. */
import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { ownFontFiles } from './own-fonts.ts';

const FONT_FILE = /^assets\/(.+)-[\w-]{8}\.woff2$/;
/** More than there are pieces in all fonts. */
const FONT_FILES_MAX = 150;

export function offline(root: string): PluginOption {
  const ownFonts = ownFontFiles(root);
  const isWanted = ({ url }: { readonly url: string }) => {
    const font = FONT_FILE.exec(url)?.[1];
    return font === undefined || ownFonts.has(`${font}.woff2`);
  };
  return VitePWA({
    // The page registers it itself, once the stage stands; a newer version waits until somebody asks for it.
    injectRegister: false,
    registerType: 'prompt',
    // They are among the files below.
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
      globPatterns: ['**/*.{html,js,css,svg,woff2}', 'icons/*.png'],
      // The page in one file is for taking away.
      globIgnores: ['statescope.html'],
      // The pieces of fonts that only somebody's own words need are kept when they are first used.
      manifestTransforms: [(entries) => ({ manifest: entries.filter(isWanted), warnings: [] })],
      runtimeCaching: [
        {
          urlPattern: /\.woff2$/,
          handler: 'CacheFirst',
          options: { cacheName: 'fonts', expiration: { maxEntries: FONT_FILES_MAX } },
        },
      ],
      navigateFallback: 'index.html',
      navigateFallbackDenylist: [/\/statescope\.html/, /\/licenses\//],
      cleanupOutdatedCaches: true,
      // The first visit is kept as well, and what it fetches later comes out of the cache.
      clientsClaim: true,
      skipWaiting: false,
    },
  });
}
