/** Mermaid, fetched when it is first wanted. What it is given is data: no script, no link and no directive acts. */
import type { Mermaid, MermaidConfig } from 'mermaid';

/** Longer texts would be drawn as an error and without a word. What opens a text has a limit of its own. */
const TEXT_CHARACTERS_MAX = 20_000_000;

/** Colours as CSS writes them; Mermaid computes others from them, so none may be a variable. */
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
  /** An element on the page, hidden from eyes, in which Mermaid measures and draws. */
  readonly workshop: Element;
}

const SETTINGS: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  maxTextSize: TEXT_CHARACTERS_MAX,
  suppressErrorRendering: true,
};

/** Each SVG has an id of its own: Mermaid looks for its elements in the whole page. */
let rendered = 0;

let loading: Promise<Mermaid> | undefined;

/** @throws When it cannot be fetched; the next call tries again. */
export function loadMermaid(): Promise<Mermaid> {
  loading ??= import('mermaid').then(({ default: mermaid }) => {
    // Mermaid knows of no diagrams before this.
    mermaid.initialize(SETTINGS);
    return mermaid;
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/**
 * @returns The SVG as SVG source.
 * @throws What Mermaid throws at a text that it cannot draw.
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
  // A place of its own: another SVG may be asked for before this one is finished.
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

/** Whoever shows the SVG marks what belongs to the present step with `data-present`. */
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
