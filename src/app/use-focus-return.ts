/**
 * Returns focus to the stage after a control was used by mouse, so that a clicker never moves a slider or a radio.
 * Forms and controls that are typed into keep the focus.
 */
import { useEffect } from 'react';
import { TEXT_CONTROL } from '../ui/text-control.ts';
import { focusStage } from './focus-stage.ts';

const CONTROLS = 'button, label, input, select';

export function useFocusReturn(): void {
  useEffect(() => {
    let byPointer = false;
    const returnFocus = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest(CONTROLS) : null;
      if (!byPointer || target === null || target.closest('dialog, [data-editor]') !== null) return;
      const control = target instanceof HTMLLabelElement ? target.control : target;
      if (control?.matches(TEXT_CONTROL)) return;
      // A select keeps the focus while its list is open. Its change event comes with the choice.
      if (event.type === 'click' && target.matches('select')) return;
      focusStage();
    };
    // Not for touch: on a touch screen this could be a screen reader's cursor, which must stay where it is.
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
