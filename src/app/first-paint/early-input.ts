/**
 * What a reader does before the page's script has loaded: presses, choices, drops and keys. They're recorded, and done
 * in order once the page can answer.
 */

import { droppedBy, isTakeable, transferOf } from '../../ui/drop.ts';
import { isPlainClick } from '../../ui/plain-click.ts';

export type EarlyInput =
  | { readonly kind: 'press'; readonly control: string }
  /** A value of a slider or of a list. */
  | { readonly kind: 'choose'; readonly control: string; readonly value: string }
  | { readonly kind: 'drop'; readonly control: null; readonly dropped: File | string }
  /** `control` has the focus; null if none has. */
  | { readonly kind: 'key'; readonly control: string | null; readonly init: KeyboardEventInit };

export interface EarlyInputs {
  /** Stops recording. */
  take(): readonly EarlyInput[];
}

declare global {
  interface Window {
    /** From the script of the first paint, for the page's script. */
    earlyInputs?: EarlyInputs;
  }
}

const CONTROLS = 'button, input, select, a, summary, [tabindex]';

/** @param shown The elements of the first paint. Presses elsewhere reach the page itself. */
export function recordInputs(shown: readonly Element[]): EarlyInputs {
  const inputs: EarlyInput[] = [];
  const stopPresses = listenForInputs(shown, inputs);
  const key = (event: KeyboardEvent) => {
    const { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat } = event;
    const control = controlAt(event, shown);
    const init = { key, code, shiftKey, ctrlKey, altKey, metaKey, repeat, bubbles: true, cancelable: true };
    inputs.push({ kind: 'key', control: control && nameOf(control), init });
  };
  document.addEventListener('keydown', key);
  return {
    take: () => {
      stopPresses();
      document.removeEventListener('keydown', key);
      return inputs;
    },
  };
}

/** Presses and choices in a part of the first paint, and drops. Keys reach the page itself. */
export function recordPointerInputs(shown: readonly Element[]): EarlyInputs {
  const inputs: EarlyInput[] = [];
  const stop = listenForInputs(shown, inputs);
  return {
    take: () => {
      stop();
      return inputs;
    },
  };
}

/** @returns Stops. */
function listenForInputs(shown: readonly Element[], inputs: EarlyInput[]): () => void {
  const press = (event: MouseEvent) => {
    const control = controlAt(event, shown);
    // A list and a slider tell their value by another event.
    if (!control?.matches('button, input[type=radio], a, summary')) return;
    if (control.matches('a')) {
      if (!isPlainClick(event)) return;
      // The browser would leave for an address without the reader's run and settings.
      event.preventDefault();
    }
    inputs.push({ kind: 'press', control: nameOf(control) });
  };
  const choose = (event: Event) => {
    const control = controlAt(event, shown);
    if (control instanceof HTMLSelectElement || (control instanceof HTMLInputElement && isSlider(control))) {
      inputs.push({ kind: 'choose', control: nameOf(control), value: control.value });
    }
  };
  const over = (event: DragEvent) => {
    if (isTakeable(event)) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    const dropped = droppedBy(event);
    if (dropped !== null) inputs.push({ kind: 'drop', control: null, dropped });
  };
  document.addEventListener('click', press);
  document.addEventListener('change', choose);
  document.addEventListener('dragover', over);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('click', press);
    document.removeEventListener('change', choose);
    document.removeEventListener('dragover', over);
    document.removeEventListener('drop', drop);
  };
}

function controlAt({ target }: Event, shown: readonly Element[]): Element | null {
  const control = target instanceof Element ? target.closest(CONTROLS) : null;
  return control !== null && shown.some((each) => each.contains(control)) ? control : null;
}

export function replayInput(root: Element, input: EarlyInput): void {
  const control = input.control === null ? null : controlNamed(root, input.control);
  if (input.kind === 'key') {
    (control ?? document.body).dispatchEvent(new KeyboardEvent('keydown', input.init));
  } else if (input.kind === 'drop') {
    const init = { dataTransfer: transferOf(input.dropped), bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent('drop', init));
  } else if (input.kind === 'press') {
    control?.click();
  } else if (control instanceof HTMLSelectElement) {
    control.value = input.value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (control instanceof HTMLInputElement) {
    // React overwrites the setter of each element to track its value.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(control, input.value);
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/** The same control in the first paint and in the page. Null if it isn't in the page, or not in sight. */
export function controlNamed(root: Element, name: string): HTMLElement | null {
  const controls = [...root.querySelectorAll<HTMLElement>(CONTROLS)];
  return controls.find((each) => nameOf(each) === name) ?? null;
}

/** Differs between any two controls that are in sight together. */
export function nameOf(control: Element): string {
  const value = control instanceof HTMLInputElement && !isSlider(control) ? control.value : '';
  return [control.localName, value, control.getAttribute('aria-label') ?? control.textContent].join('|');
}

function isSlider(input: HTMLInputElement): boolean {
  return input.type === 'range';
}
