/** Links for other people: who can open them, and how to embed them in another page. */

/** `here`: this computer alone; `nearby`: computers in the same network; `everywhere`: any computer. */
export type Reach = 'here' | 'nearby' | 'everywhere';

/**
 * Decided by the address alone: names and numbers that are reserved for one computer (RFC 6761, RFC 1122) or one
 * network (RFC 1918, RFC 6762, RFC 4193, RFC 4291).
 */
export function reachOf({ protocol, hostname }: Pick<URL, 'protocol' | 'hostname'>): Reach {
  if (protocol !== 'http:' && protocol !== 'https:') return 'here';
  if (/^(localhost|.+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname)) return 'here';
  const isPrivate =
    /^(10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|169\.254(\.\d+){2})$/;
  const isLocalName = /\.local$|^[^.:[\]]+$|^\[f[cd][\da-f]{2}:|^\[fe[89ab][\da-f]:/i;
  return isPrivate.test(hostname) || isLocalName.test(hostname) ? 'nearby' : 'everywhere';
}

/** @returns The address of a page that shows the link; null when a browser can't open the base. */
export function shareAddress(base: string, link: string): string | null {
  let address: URL;
  try {
    address = new URL(base.trim());
  } catch {
    return null;
  }
  if (address.protocol !== 'http:' && address.protocol !== 'https:' && address.protocol !== 'file:')
    return null;
  address.search = '';
  address.hash = '';
  return `${address.href}${link}`;
}

/** HTML that embeds the run in another page. */
export function embedCode(address: string, title: string): string {
  const attribute = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="480" style="border: 0" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`;
}
