/** Room for an incident's story beside the stage, and for its cause below. */
export const WIDE_INCIDENT = '(min-width: 75em) and (min-height: 37.5em)';
export const HIGH_INCIDENT = '(min-height: 53.2em)';
