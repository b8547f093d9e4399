/** Pastes a long text into a text area. Chromium inserts it line by line, which takes 5,000 lines seconds. */
import type { ClipboardEvent } from 'react';

/** A shorter text is left to the browser, which can undo it. */
const CHARACTERS_MIN = 20_000;

/** @returns Whether it has pasted. */
export function pasteAtOnce(event: ClipboardEvent<HTMLTextAreaElement>): boolean {
  const text = event.clipboardData.getData('text/plain');
  if (text.length < CHARACTERS_MIN) return false;
  event.preventDefault();
  const area = event.currentTarget;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  return true;
}
