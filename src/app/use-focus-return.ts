/**
 * After a mouse has used a control, focus goes back to the stage: a clicker then never moves a slider or a radio.
 * Whoever fills in a form stays in it.
 */
import { useEffect } from 'react';

const CONTROLS = 'button, label, input, select';

export function useFocusReturn(): void {
  useEffect(() => {
    let byPointer = false;
    const returnFocus = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest(CONTROLS) : null;
      if (!byPointer || target === null || target.closest('dialog, [data-editor]') !== null) return;
      // A select keeps the focus while its list is open; its change comes when a choice was made.
      if (event.type === 'click' && target.matches('select')) return;
      document.querySelector<HTMLElement>('[data-stage]')?.focus({ preventScroll: true });
    };
    // Not a finger: on a touch screen it may be a screen reader's, whose cursor must stay where it is.
    const pointer = (event: Event) => {
      byPointer = event instanceof PointerEvent && event.pointerType === 'mouse';
    };
    const key = () => {
      byPointer = false;
    };
    const events: [string, (event: Event) => void][] = [
      ['pointerdown', pointer],
      ['keydown', key],
      ['click', returnFocus],
      ['change', returnFocus],
    ];
    for (const [name, listener] of events) document.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of events) document.removeEventListener(name, listener);
    };
  }, []);
}
