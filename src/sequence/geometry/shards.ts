/** The halves of a broken chip: the same chip twice, each clipped. */

export type ShardSide = 'left' | 'right';

/** Where each half comes to rest: pixels at the usual font size, and degrees around its middle. */
export const fallenShards: Readonly<Record<ShardSide, { x: number; y: number; rotate: number }>> = {
  left: { x: -3, y: -1, rotate: -4 },
  right: { x: 3, y: 3, rotate: 4 },
};
