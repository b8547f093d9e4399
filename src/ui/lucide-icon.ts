/** Lucide's icons as plain SVG. Replaces that package's own rendering in the build, which has more options than are used. */
import { createElement, type SVGProps } from 'react';

interface IconData {
  readonly node: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
}

/** The page's styles set the size. */
const attributes = {
  xmlns: 'http://www.w3.org/2000/svg',
  width: 24,
  height: 24,
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export function createLucideIcon({ node }: IconData) {
  return function Icon(props: SVGProps<SVGSVGElement>) {
    const isHidden = props['aria-label'] === undefined || undefined;
    return createElement(
      'svg',
      { ...attributes, 'aria-hidden': isHidden, ...props },
      ...node.map(([tag, shape]) => createElement(tag, shape)),
    );
  };
}
