/**
 * What the dialog that opens diagrams contained when it was closed without opening it. Its button is gone while presenting
 * and in the guide, and the text stays.
 */
let draft = '';

export function dialogDraft(): string {
  return draft;
}

export function keepDialogDraft(text: string): void {
  draft = text;
}
