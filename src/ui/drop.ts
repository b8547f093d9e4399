/** Files and texts that are dropped on the page. By default, the browser would leave the page for them. */

/** A text dropped into a field belongs there. */
export function isTakeable({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  if (types.includes('Files')) return true;
  return types.includes('text/plain') && !(target instanceof Element && target.matches('textarea, input'));
}

/** What is dropped, taken from the browser; null if it's the browser's, or was taken before. */
export function droppedBy(event: DragEvent): File | string | null {
  if (event.defaultPrevented || !isTakeable(event)) return null;
  event.preventDefault();
  const dropped = event.dataTransfer?.files[0] ?? event.dataTransfer?.getData('text/plain') ?? '';
  return dropped === '' ? null : dropped;
}

/** The reverse of `droppedBy`. */
export function transferOf(dropped: File | string): DataTransfer {
  const transfer = new DataTransfer();
  if (typeof dropped === 'string') transfer.setData('text/plain', dropped);
  else transfer.items.add(dropped);
  return transfer;
}
