/** The build draws icons without Lucide's own rendering. The same must be seen. */
import * as lucide from 'lucide-react';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { createLucideIcon } from '../../src/ui/lucide-icon.ts';

/** Without Lucide's class names, which nothing uses. */
const drawn = (element: ReactElement) => renderToStaticMarkup(element).replace(/ class="[^"]*"/, '');
const sorted = (markup: string) =>
  markup.replace(/<svg ([^>]*)>/, (_, all: string) =>
    all
      .split(/ (?=[\w-]+=)/)
      .sort()
      .join(' '),
  );

const power = {
  node: [
    ['path', { d: 'M12 2v10', key: 'mnfbl' }],
    ['path', { d: 'M18.4 6.6a9 9 0 1 1-12.77.04', key: 'obofu9' }],
  ],
} as const;

test.each([{}, { 'aria-hidden': true }, { 'aria-label': 'Power' }] as const)(
  'draws Lucide’s icon with %o',
  (props) => {
    const own = drawn(createElement(createLucideIcon(power), props));
    expect(sorted(own)).toBe(sorted(drawn(createElement(lucide.Power, props))));
  },
);
