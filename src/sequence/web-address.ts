/** Addresses in an imported diagram. Their author isn't known, so only pages over https are opened, and never by themselves. */

/** @returns The whole address as a browser reads it; null for anything but https. */
export function openable(target: string): string | null {
  try {
    const { protocol, href, username, password } = new URL(target.trim());
    // A name before the host can make it look like another host.
    return protocol === 'https:' && username === '' && password === '' ? href : null;
  } catch {
    return null;
  }
}
