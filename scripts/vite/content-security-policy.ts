/**
 * The Content Security Policy of the built page: it loads its own files only. The policy is a meta element, so that it
 * applies whatever server sends the page.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const INLINE_SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/g;

type Sources = Readonly<Record<'script' | 'font' | 'connect' | 'worker' | 'frame' | 'manifest', string>>;

function policy({ script, font, connect, worker, frame, manifest }: Sources): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    // Framer Motion sets inline styles, and Mermaid adds style elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    'media-src blob:',
    `font-src ${font}`,
    `connect-src ${connect}`,
    `worker-src ${worker}`,
    // The Share dialog previews the embedded page.
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

/** Applies to builds only, because the development server reloads the page with inline scripts. */
export function contentSecurityPolicy(): Plugin {
  const own = "'self'";
  const sources = { script: own, font: own, connect: own, worker: own, frame: own, manifest: own };
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [tag(policy(sources))],
  };
}

/** The page's policy also allows this inline script. */
export function withScriptAllowed(html: string, script: string): string {
  // Vite escapes the quotes of an attribute.
  const before = 'script-src &#39;self&#39;';
  if (!html.includes(before)) throw new Error('The page has no policy for scripts.');
  return html.replace(before, () => `${before} ${hashSource(script)}`);
}

function hashSource(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** For the one-file page: allows its single script by hash, and no other source. */
export function contentSecurityPolicyByHash(): Plugin {
  const none = "'none'";
  // Workers are inlined too, and start from a blob.
  const sources = { font: 'data:', connect: none, worker: 'blob:', frame: none, manifest: none };
  return {
    name: 'content-security-policy-by-hash',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') this.error('The bundle has no index.html.');
        const html = String(page.source);
        const [script, ...others] = [...html.matchAll(INLINE_SCRIPT)].map(([, code]) => code ?? '');
        if (script === undefined || others.length > 0)
          this.error('The one-file page must have exactly one script.');
        const content = policy({ ...sources, script: hashSource(script) });
        const meta = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
        page.source = html.replace('<head>', () => `<head>\n    ${meta}`);
      },
    },
  };
}
