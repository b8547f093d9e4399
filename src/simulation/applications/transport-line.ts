/** One line of a client's script when connections are the subject, as plain data. */

export type TransportLine =
  /** Opens a connection; a no-op over UDP. */
  | { readonly kind: 'open' }
  /** Sends a message without a response. */
  | { readonly kind: 'send'; readonly text: string }
  /** Sends a message and waits for its response. */
  | { readonly kind: 'request'; readonly text: string }
  | { readonly kind: 'close' };

/** The service's response to a request. */
export function answerTo(text: string): string {
  return `OK ${text}`;
}
