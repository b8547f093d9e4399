/** Opens the operator's menu from wherever a button for it stands. */
import { createContext, useContext } from 'react';
import type { NodeId } from '../simulation/kernel/actor.ts';

/** What the menu is about, and where on the screen it was asked for. */
export interface MenuPlace {
  /** Null for all that can be done. */
  readonly node: NodeId | null;
  /** Pixels from the window's corner; null for the middle. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

const OperateContext = createContext<(place: MenuPlace) => void>(() => {});

export const OperateProvider = OperateContext.Provider;

export function useOperate(): (place: MenuPlace) => void {
  return useContext(OperateContext);
}

/** Below this element. */
export function below(element: Element): MenuPlace['at'] {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}
