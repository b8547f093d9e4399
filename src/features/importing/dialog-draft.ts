/**
 * Texts for the dialog that opens diagrams. They outlast its button, which is gone while presenting and in the guide.
 */

/** What the dialog contained when it was closed without opening it. */
let draft = '';
/** A diagram that the page was opened with and hasn't read. */
let unread: string | null = null;

export function dialogDraft(): string {
  return draft;
}

export function keepDialogDraft(text: string): void {
  draft = text;
}

export function leaveUnread(text: string): void {
  unread = text;
}

/** @returns Null once it was taken. */
export function takeUnread(): string | null {
  const text = unread;
  unread = null;
  return text;
}
