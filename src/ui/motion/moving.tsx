/**
 * The animated elements, in a chunk that is loaded after the stage. Animate their `transform` as one text: framer-motion
 * leaves only that to the browser, and runs `x`, `y` and `scale` as script in each frame.
 */
import { domAnimation, LazyMotion } from 'framer-motion';
import * as m from 'framer-motion/m';
import type { ComponentProps } from 'react';

export function Group(props: ComponentProps<typeof m.g>) {
  return (
    <LazyMotion features={domAnimation} strict>
      <m.g {...props} />
    </LazyMotion>
  );
}

export function Circle(props: ComponentProps<typeof m.circle>) {
  return (
    <LazyMotion features={domAnimation} strict>
      <m.circle {...props} />
    </LazyMotion>
  );
}

export function Item(props: ComponentProps<typeof m.li>) {
  return (
    <LazyMotion features={domAnimation} strict>
      <m.li {...props} />
    </LazyMotion>
  );
}

export function Inline(props: ComponentProps<typeof m.span>) {
  return (
    <LazyMotion features={domAnimation} strict>
      <m.span {...props} />
    </LazyMotion>
  );
}
