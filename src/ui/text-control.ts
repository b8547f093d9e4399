/** Selects the controls that the reader types into. The page's keys don't act there, and the focus stays. */
export const TEXT_CONTROL = 'textarea, input:not([type=radio], [type=range], [type=checkbox])';
