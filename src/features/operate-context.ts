/** Opens the operator's menu from any button. */
import { createContext, useContext } from 'react';
import type { NodeId } from '../simulation/kernel/actor.ts';

/** The menu's subject, and its position on the screen. */
export interface MenuPlace {
  /** Null for the whole cluster. */
  readonly node: NodeId | null;
  /** Pixels from the window's corner; null for the middle. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

const OperateContext = createContext<(place: MenuPlace) => void>(() => {});

export const OperateProvider = OperateContext.Provider;

export function useOperate(): (place: MenuPlace) => void {
  return useContext(OperateContext);
}

const FindLossContext = createContext<(() => void) | null>(null);

export const FindLossProvider = FindLossContext.Provider;

/** Opens the search for the faults that break the run on the stage. Null in a window without the stage. */
export function useFindLoss(): (() => void) | null {
  return useContext(FindLossContext);
}

/** Below this element. */
export function below(element: Element): MenuPlace['at'] {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}
