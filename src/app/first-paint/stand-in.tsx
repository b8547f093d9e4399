/**
 * Keeps the first paint's HTML of a part that's loaded right after the stage, so that nothing moves or flashes. What is
 * pressed meanwhile acts once the part is there.
 */
import { createElement, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type EarlyInput, recordPointerInputs } from './early-input.ts';
import { nameOfFocused, useTakeOver } from './take-over.ts';

/** Selects the page's header. */
export const HEADER = '#root > header';

interface StandInProps {
  /** Selects the part's element in the first paint. */
  readonly find: string;
  /** The part; null until it has loaded. */
  readonly children: ReactNode;
}

export function StandIn({ find, children }: StandInProps) {
  const [shown] = useState(() => (children === null ? shownFirst(find) : null));
  const inputs = useRef<readonly EarlyInput[]>([]);
  const focused = useRef<string | null>(null);
  if (shown === null) return children;
  if (children === null) return <Still shown={shown} inputs={inputs} focused={focused} />;
  return (
    <Arrived root={shown.root} inputs={inputs} focused={focused}>
      {children}
    </Arrived>
  );
}

interface Shown {
  readonly root: HTMLElement;
  readonly tag: string;
  readonly className: string;
  readonly nodes: readonly ChildNode[];
}

/** Whether the first paint has parts that can stand in for the page's. */
export function hasStandIn(): boolean {
  return shownFirst(HEADER) !== null;
}

/** Read while rendering, because showing the page removes it. Null if the first paint has no such part. */
function shownFirst(selector: string): Shown | null {
  const root = document.querySelector<HTMLElement>('#root[data-early]');
  const element = root?.querySelector(selector);
  if (!root || !element) return null;
  return { root, tag: element.localName, className: element.className, nodes: [...element.childNodes] };
}

interface StillProps {
  readonly shown: Shown;
  readonly inputs: RefObject<readonly EarlyInput[]>;
  readonly focused: RefObject<string | null>;
}

function Still({ shown, inputs, focused }: StillProps) {
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    current.append(...shown.nodes);
    const recorded = recordPointerInputs([current]);
    return () => {
      inputs.current = recorded.take();
      // The part may have been rendered before this control got the focus.
      focused.current = nameOfFocused(current);
    };
  }, [shown, inputs, focused]);
  return createElement(shown.tag, { ref: element, className: shown.className, 'data-still': '' });
}

interface ArrivedProps {
  readonly root: HTMLElement;
  readonly inputs: RefObject<readonly EarlyInput[]>;
  readonly focused: RefObject<string | null>;
  readonly children: ReactNode;
}

function Arrived({ root, inputs, focused, children }: ArrivedProps) {
  useTakeOver(root, () => inputs.current, focused);
  return children;
}
