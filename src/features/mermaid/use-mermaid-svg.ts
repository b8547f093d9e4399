/** Renders a text with Mermaid, again when the text or the theme changes. The last SVG stays until then. */
import { type RefObject, useEffect, useState } from 'react';
import { drawWithMermaid, type MermaidColours } from '../../sequence/mermaid/mermaid.ts';

interface MermaidSvg {
  readonly text: string;
  readonly svg: string;
}

/** @throws While rendering: Mermaid's error. The panel around it shows it. */
export function useMermaidSvg(text: string, workshop: RefObject<Element | null>): MermaidSvg | null {
  const theme = useThemeName();
  const [mermaidSvg, setMermaidSvg] = useState<MermaidSvg | null>(null);
  const [failure, setFailure] = useState<{ readonly cause: unknown } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read from the page when the theme changes.
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const draw = async (element: Element) => {
      const { fontFamily } = getComputedStyle(element);
      const colours = coloursOf(element);
      try {
        const svg = await drawWithMermaid({ text, colours, fontFamily, workshop: element, signal });
        if (!signal.aborted) setMermaidSvg({ text, svg });
      } catch (cause) {
        if (!signal.aborted) setFailure({ cause });
      }
    };
    if (workshop.current !== null) void draw(workshop.current);
    return () => controller.abort();
  }, [text, theme, workshop]);

  if (failure !== null) throw failure.cause;
  return mermaidSvg;
}

/** The page's theme. Mermaid needs literal colours, so a change of the theme renders again. */
function useThemeName(): string | undefined {
  const [theme, setTheme] = useState(document.documentElement.dataset.theme);
  useEffect(() => {
    const observer = new MutationObserver(() => setTheme(document.documentElement.dataset.theme));
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return theme;
}

function coloursOf(element: Element): MermaidColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour('ink'),
    surface: colour('surface'),
    line: colour('control-line'),
    memory: colour('memory'),
    memoryGround: colour('memory-bg'),
    memoryLine: colour('memory-line'),
  };
}
