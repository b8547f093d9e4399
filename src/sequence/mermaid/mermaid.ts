/** Loads Mermaid lazily. Its input is data: no script, link or directive takes effect. */
import type { Mermaid, MermaidConfig } from 'mermaid';

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
}

const SETTINGS: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  maxTextSize: TEXT_CHARACTERS_MAX,
  suppressErrorRendering: true,
};

/** Each SVG has its own ID, because Mermaid looks for its elements in the whole page. */
let rendered = 0;

let loading: Promise<Mermaid> | undefined;

/** @throws When loading fails; the next call retries. */
export function loadMermaid(): Promise<Mermaid> {
  loading ??= import('mermaid').then(({ default: mermaid }) => {
    // Mermaid doesn't register diagrams before this call.
    mermaid.initialize(SETTINGS);
    return mermaid;
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/**
 * @returns SVG source.
 * @throws Mermaid's error for a text that it can't render.
 */
export async function drawWithMermaid({ text, colours, fontFamily, workshop }: MermaidSvg): Promise<string> {
  const mermaid = await loadMermaid();
  mermaid.initialize({
    ...SETTINGS,
    fontFamily,
    theme: 'base',
    themeVariables: themeVariables(colours),
    themeCSS: PRESENT_STEP,
    sequence: { useMaxWidth: false, mirrorActors: false },
  });
  // Its own container, because another SVG can be requested before this one is finished.
  const place = document.createElement('div');
  workshop.append(place);
  rendered += 1;
  try {
    const { svg } = await mermaid.render(`mermaid-svg-${rendered}`, text, place);
    return svg;
  } finally {
    place.remove();
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
