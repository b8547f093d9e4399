/** The stage gets the focus when the element that had it is gone, or when a clicker's keys are for the run again. */
export function focusStage(): void {
  document.querySelector<HTMLElement>('[data-stage]')?.focus({ preventScroll: true });
}
