/** What a client can do next where connections themselves are the subject: one line of its script, as plain data. */

export type TransportLine =
  /** Opens a connection; with UDP there is nothing to open. */
  | { readonly kind: 'open' }
  /** Says something, and wants no answer. */
  | { readonly kind: 'send'; readonly text: string }
  /** Says something, and waits for the answer. */
  | { readonly kind: 'request'; readonly text: string }
  | { readonly kind: 'close' };

/** What the service answers to a request. */
export function answerTo(text: string): string {
  return `OK ${text}`;
}
