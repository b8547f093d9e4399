/**
 * Makes a style sheet of the diagram's sizes and colours, so that the stage's HTML heads and the SVG heads of pictures
 * take them from one place, and the page's script doesn't contain them. The stage imports it as `virtual:stage.css`.
 */
import type { Plugin } from 'vite';
import {
  chipColours,
  headColours,
  headEm,
  headLineHeight,
  headWeight,
  MARGIN_SHARE,
  RING_SHARE,
  shardOutlines,
  tintShare,
} from '../../src/sequence/geometry/head-sizes.ts';
import { ICON_STROKE } from '../../src/sequence/geometry/icons.ts';
import { fallenShards } from '../../src/sequence/geometry/shards.ts';
import {
  ABSENCE_EM,
  cornerEm,
  dashEm,
  HALO_EM,
  LIFE_END_EM,
  lineEm,
  outageEm,
} from '../../src/sequence/geometry/sizes.ts';

const RESOLVED_ID = '\0virtual:stage.css';

export function stageCss(): Plugin {
  return {
    name: 'stage-css',
    resolveId: {
      filter: { id: /^virtual:stage\.css$/ },
      handler: () => RESOLVED_ID,
    },
    load: {
      filter: { id: /^\0virtual:stage\.css$/ },
      handler: () => stageRules(),
    },
  };
}

type Properties = Readonly<Record<string, string | number>>;

/** Custom properties of the stage, of a head in each state, and of a chip of each kind. */
export function stageRules(): string {
  return [
    rule('[data-stage]', stageProperties),
    ...Object.entries(headColours).map(([state, colours]) =>
      rule(`[data-stage] [data-state="${state}"]`, named(colours, colour, '-colour')),
    ),
    ...Object.entries(chipColours).map(([kind, colours]) =>
      rule(`[data-chip][data-kind="${kind}"]`, named(colours, colour, '-colour')),
    ),
    ...Object.entries(shardOutlines).map(([side, points]) =>
      rule(`[data-shard="${side}"]`, {
        '--shard-outline': `polygon(${points.map(([x, y]) => `${x}% ${y}%`).join(', ')})`,
      }),
    ),
    ...Object.entries(fallenShards).map(([side, { x, y, rotate }]) =>
      rule(`[data-shard="${side}"][data-fallen]`, {
        transform: `translate(${x}px, ${y}px) rotate(${rotate}deg)`,
      }),
    ),
  ].join('\n');
}

export const stageProperties: Properties = {
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
  ...named(headEm, stageEm),
  ...named(headLineHeight, String, '-line-height'),
  ...named(headWeight, String, '-weight'),
  ...named(tintShare, percent, '-tint'),
  '--head-margin-share': percent(MARGIN_SHARE),
  '--head-ring-tint': percent(RING_SHARE),
  '--icon-stroke': ICON_STROKE,
};

function rule(selector: string, properties: Properties): string {
  const lines = Object.entries(properties).map(([name, value]) => `  ${name}: ${value};`);
  return `${selector} {\n${lines.join('\n')}\n}`;
}

/** A custom property for each entry: `headGap` becomes `--head-gap`. */
function named<Value>(
  entries: { readonly [name: string]: Value },
  css: (value: Value) => string,
  suffix = '',
): Properties {
  return Object.fromEntries(
    Object.entries<Value>(entries).map(([name, value]) => [
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}${suffix}`,
      css(value),
    ]),
  );
}

function colour(name: string | null): string {
  return name === null ? 'transparent' : `var(--${name})`;
}

/** The same length everywhere in the heads: it doesn't depend on an element's own font size. `--stage-em` is the stage's font size. */
function stageEm(size: number): string {
  return `calc(${size} * var(--stage-em))`;
}

function em(size: number): string {
  return `${size}em`;
}

function dashes(lengths: readonly number[]): string {
  return lengths.map(em).join(' ');
}

function percent(share: number): string {
  return `${100 * share}%`;
}
