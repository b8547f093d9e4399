/**
 * Sizes of everything below the heads of a diagram, in em: 1 is the font size of an arrow's words. The layout, the stage
 * and pictures use them. `scripts/vite/stage-css.ts` hands them to the stage's style sheets.
 */

/** Between an arrow and its words. */
export const LABEL_GAP_EM = 0.42;
/** Around an arrow's words, to keep them legible over a line. In em of their own font size. */
export const HALO_EM = 0.38;
/** From the middle of a line of text to its baseline. In em of its own font size. */
export const BASELINE_EM = 0.36;

/** Font sizes of notes and details, and of a band's title. */
export const NOTE_FONT = 0.9;
export const BAND_TITLE_FONT = 1.05;

/** From a row's edges to a band's background. */
export const BAND_INSET_EM = 0.5;
/** Radius of the disc under a band's sign. */
export const BAND_SIGN_EM = 1.15;
/** From the lifeline to the words beside a band's sign. */
export const BAND_TEXT_OFFSET_EM = 1.9;

/** Between nested frames. */
export const FRAME_INSET_EM = 0.35;
/** From a frame's tab to the words beside it. The stage has the sign for folding there. */
export const FRAME_LABEL_GAP_EM = 1.1;
/** From the note in place of a folded frame to the edge behind it. */
export const FOLD_STACK_EM = 0.25;

/** Width of an activation bar. A nested bar is offset to the right by half of it. */
export const BAR_EM = 0.75;
/** Arm of the cross where a lost message stops, and radius of a travelling packet. */
export const CROSS_EM = 0.42;
export const PACKET_EM = 0.42;
/** Side of the cross at the end of a lifeline. */
export const LIFE_END_EM = 1;
/** Width of the cover over a lifeline where its participant doesn't exist. */
export const ABSENCE_EM = 0.4;

/** The radii of rounded corners. */
export const cornerEm = {
  note: 0.45,
  /** Upper bound: a pill of one line has round ends. */
  pill: 1.3,
  tab: 0.2,
  frame: 0.35,
  bar: BAR_EM / 3,
} as const;

/** The widths of lines. */
export const lineEm = {
  arrow: 0.14,
  presentArrow: 0.19,
  lifeline: 0.16,
  lifeEnd: 0.16,
  /** Around notes, frames and their tabs, backgrounds, and the lifelines of groups. */
  edge: 0.09,
  presentNote: 0.16,
  bar: 0.1,
} as const;

/** Length of a dash and of the gap after it. */
export const dashEm = {
  reply: [0.5, 0.36],
  /** Around lost or failed items. */
  broken: [0.3, 0.24],
  divider: [0.3, 0.3],
} as const;

/** Dotted lifeline of a node that is down: dots on a stripe that hides the line below. */
export const outageEm = { stripe: 0.3, dotRadius: 0.08, dotEdge: 0.1, period: 0.6 } as const;
