/** What the built page may load: its own files, and nothing from anywhere else. It is said in the page, for any server. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const INLINE_SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/g;

type Sources = Readonly<Record<'script' | 'font' | 'connect' | 'worker' | 'frame' | 'manifest', string>>;

function policy({ script, font, connect, worker, frame, manifest }: Sources): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    // Motion sets inline styles, and Mermaid (drawn on demand) needs style elements of its own.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    'media-src blob:',
    `font-src ${font}`,
    `connect-src ${connect}`,
    `worker-src ${worker}`,
    // Share shows the page inside itself, as another page would.
    `frame-src ${frame}`,
    `manifest-src ${manifest}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function tag(content: string) {
  const attrs = { 'http-equiv': 'Content-Security-Policy', content };
  return { tag: 'meta', attrs, injectTo: 'head-prepend' as const };
}

/** The policy goes into the built page only: the development server needs inline scripts to reload. */
export function contentSecurityPolicy(): Plugin {
  const own = "'self'";
  const sources = { script: own, font: own, connect: own, worker: own, frame: own, manifest: own };
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [tag(policy(sources))],
  };
}

/** For the page in one file: its one script is allowed by its hash, and there is nothing else to load. */
export function contentSecurityPolicyByHash(): Plugin {
  const none = "'none'";
  // What is made for a worker is in the file as well, and becomes a blob when it is needed.
  const sources = { font: 'data:', connect: none, worker: 'blob:', frame: none, manifest: none };
  return {
    name: 'content-security-policy-by-hash',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') this.error('There is no page.');
        const html = String(page.source);
        const [script, ...others] = [...html.matchAll(INLINE_SCRIPT)].map(([, code]) => code ?? '');
        if (script === undefined || others.length > 0) this.error('The one file has not one script.');
        const hash = createHash('sha256').update(script).digest('base64');
        const content = policy({ ...sources, script: `'sha256-${hash}'` });
        const meta = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
        page.source = html.replace('<head>', () => `<head>\n    ${meta}`);
      },
    },
  };
}
