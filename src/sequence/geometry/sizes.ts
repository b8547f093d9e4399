/**
 * The sizes of everything in a diagram, in em: 1 is the font size of an arrow's words. The layout, the stage and
 * pictures use them; `cssSizes` hands those of lines to the style sheet of the stage.
 */

/** Between the words and their arrow. */
export const LABEL_GAP_EM = 0.42;
/** Around the words of an arrow, so that they can be read on a line; of their own font size. */
export const HALO_EM = 0.38;
/** From the middle of a line of letters to its baseline; of their own font size. */
export const BASELINE_EM = 0.36;

/** Font sizes of notes and details, and of a band's title. */
export const NOTE_FONT = 0.9;
export const BAND_TITLE_FONT = 1.05;
/** Font sizes in the heads of pictures, where the browser doesn't choose them. */
export const NAME_FONT = 1.1;
export const CHIP_FONT = 0.92;
export const HEAD_LINE_EM = 1.3;

/** From a row's edges to the ground of a band. */
export const BAND_INSET_EM = 0.5;
/** The radius of the disc under a band's sign. */
export const BAND_SIGN_EM = 1.15;
/** From the lifeline to the words beside a band's sign. */
export const BAND_TEXT_OFFSET_EM = 1.9;

/** Between nested frames. */
export const FRAME_INSET_EM = 0.35;
/** From the tab of a frame to the words beside it. */
export const FRAME_LABEL_GAP_EM = 0.6;

/** The width of an activation bar; a nested one is moved to the right by half of it. */
export const BAR_EM = 0.75;
/** The arm of the cross at which a lost message stops, and the radius of a packet on its way. */
export const CROSS_EM = 0.42;
export const PACKET_EM = 0.42;
/** The side of the cross at the end of a lifeline. */
export const LIFE_END_EM = 1;
/** How wide a lifeline is covered where its participant isn't there. */
export const ABSENCE_EM = 0.4;

/** The icon beside the name of a participant in an imported diagram, and the space after it. */
export const ICON_EM = 1.25;
export const ICON_GAP_EM = 0.35;

/** The radii of rounded corners. */
export const cornerEm = {
  note: 0.45,
  /** At most: a pill of one line has round ends. */
  pill: 1.3,
  tab: 0.2,
  frame: 0.35,
  bar: BAR_EM / 3,
  head: 0.7,
  memory: 0.45,
  chip: 0.4,
  group: 0.5,
} as const;

/** The widths of lines. */
export const lineEm = {
  arrow: 0.14,
  presentArrow: 0.19,
  lifeline: 0.16,
  lifeEnd: 0.16,
  /** Around notes, frames and their tabs, grounds, groups and heads. */
  edge: 0.09,
  presentNote: 0.16,
  bar: 0.1,
  chip: 0.08,
} as const;

/** Dashes, as the length of a dash and of the gap after it. */
export const dashEm = {
  reply: [0.5, 0.36],
  /** Around what is lost or has failed. */
  broken: [0.3, 0.24],
  divider: [0.3, 0.3],
} as const;

/** The dotted lifeline of a node that is down: dots on a stripe that hides the line below. */
export const outageEm = { stripe: 0.3, dotRadius: 0.08, dotEdge: 0.1, period: 0.6 } as const;

/** Custom properties for the style sheet of the stage. */
export const cssSizes: Readonly<Record<`--${string}`, string>> = {
  '--arrow-line': em(lineEm.arrow),
  '--present-arrow-line': em(lineEm.presentArrow),
  '--lifeline-width': em(lineEm.lifeline),
  '--edge-line': em(lineEm.edge),
  '--present-note-line': em(lineEm.presentNote),
  '--bar-line': em(lineEm.bar),
  '--bar-corner': em(cornerEm.bar),
  '--frame-corner': em(cornerEm.frame),
  '--reply-dash': dashes(dashEm.reply),
  '--broken-dash': dashes(dashEm.broken),
  '--divider-dash': dashes(dashEm.divider),
  '--halo': em(HALO_EM),
  '--absence-width': em(ABSENCE_EM),
  '--life-end': em(LIFE_END_EM),
  '--life-end-line': em(lineEm.lifeEnd),
  '--outage-stripe': em(outageEm.stripe),
  '--outage-dot': em(outageEm.dotRadius),
  '--outage-dot-edge': em(outageEm.dotEdge),
  '--outage-period': em(outageEm.period),
};

function em(size: number): string {
  return `${size}em`;
}

function dashes(lengths: readonly number[]): string {
  return lengths.map(em).join(' ');
}
