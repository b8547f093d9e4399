/** Loads Mermaid lazily. Its input is data: no script, link or directive takes effect. */
import type { Mermaid, MermaidConfig } from 'mermaid';
import { pauses } from '../interruptible.ts';
import { forSequencesOnly } from './mermaid-configuration.ts';

/** Mermaid shows an error picture, without a message, for longer texts. The importer has a limit of its own. */
const TEXT_CHARACTERS_MAX = 20_000_000;

/** CSS colours. Mermaid computes others from them, so none can be a variable. */
export interface MermaidColours {
  readonly ink: string;
  readonly surface: string;
  readonly line: string;
  readonly memory: string;
  readonly memoryGround: string;
  readonly memoryLine: string;
}

interface MermaidSvg {
  readonly text: string;
  readonly colours: MermaidColours;
  readonly fontFamily: string;
  /** A visually hidden element in which Mermaid measures and renders. */
  readonly workshop: Element;
  readonly signal: AbortSignal;
}

const SETTINGS: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  maxTextSize: TEXT_CHARACTERS_MAX,
  suppressErrorRendering: true,
};

let rendered = 0;

let loading: Promise<Mermaid> | undefined;

/** @throws When loading fails; the next call retries. */
export function loadMermaid(): Promise<Mermaid> {
  loading ??= import('mermaid').then(({ default: mermaid }) => {
    forSequencesOnly(mermaid);
    // Mermaid doesn't register diagrams before this call.
    mermaid.initialize(SETTINGS);
    return mermaid;
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** The last drawing under way. Two at once would share Mermaid's configuration. */
let drawing: Promise<unknown> = Promise.resolve();

/**
 * In slices, in which the page answers.
 *
 * @returns SVG source.
 * @throws Mermaid's error for a text that it can't render, or when it's aborted.
 */
export function drawWithMermaid(request: MermaidSvg): Promise<string> {
  const drawn = drawing.then(() => draw(request));
  drawing = drawn.catch(() => {});
  return drawn;
}

async function draw({ text, colours, fontFamily, workshop, signal }: MermaidSvg): Promise<string> {
  const mermaid = await loadMermaid();
  signal.throwIfAborted();
  mermaid.initialize({
    ...SETTINGS,
    fontFamily,
    theme: 'base',
    themeVariables: themeVariables(colours),
    themeCSS: PRESENT_STEP,
    sequence: { useMaxWidth: false, mirrorActors: false },
  });
  const place = document.createElement('div');
  workshop.append(place);
  // Each SVG has its own ID, because Mermaid looks for its elements in the whole page.
  rendered += 1;
  // The build makes Mermaid call it before each message (scripts/vite/mermaid-sequence-only.ts).
  Object.assign(globalThis, { mermaidPause: pauses(signal) });
  try {
    const { svg } = await mermaid.render(`mermaid-svg-${rendered}`, text, place);
    return svg;
  } finally {
    place.remove();
    Object.assign(globalThis, { mermaidPause: undefined });
  }
}

/** The view that shows the SVG marks the present step's elements with `data-present`. */
const PRESENT_STEP = `
  line[data-present], path[data-present] { stroke: var(--request); stroke-width: 4px; }
  text[data-present] { fill: var(--request); font-weight: 700; }
  [data-present] > rect.note { stroke: var(--request); stroke-width: 3px; }
`;

function themeVariables(colours: MermaidColours): Record<string, string> {
  const { ink, surface, line, memory, memoryGround, memoryLine } = colours;
  return {
    background: surface,
    primaryColor: surface,
    primaryTextColor: ink,
    lineColor: ink,
    actorBkg: surface,
    actorBorder: line,
    actorTextColor: ink,
    actorLineColor: line,
    signalColor: ink,
    signalTextColor: ink,
    activationBkgColor: memoryGround,
    activationBorderColor: memoryLine,
    noteBkgColor: memoryGround,
    noteBorderColor: memoryLine,
    noteTextColor: memory,
    labelBoxBkgColor: surface,
    labelBoxBorderColor: line,
    labelTextColor: ink,
    loopTextColor: ink,
    sequenceNumberColor: surface,
  };
}
