/** Opens the operator's menu from any button. */
import { createContext, useContext } from 'react';
import type { NodeId } from '../simulation/kernel/actor.ts';

/** The menu's subject, and its position on the screen. */
export interface OperateTarget {
  /** Null for the whole cluster. */
  readonly node: NodeId | null;
  /** Pixels from the window's corner; null for the middle. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

const OperateContext = createContext<(place: OperateTarget) => void>(() => {});

export const OperateProvider = OperateContext.Provider;

export function useOperate(): (place: OperateTarget) => void {
  return useContext(OperateContext);
}

const FindLossContext = createContext<(() => void) | null>(null);

export const FindLossProvider = FindLossContext.Provider;

/** Opens the search for the faults that break the run on the stage. Null in a window without the stage. */
export function useFindLoss(): (() => void) | null {
  return useContext(FindLossContext);
}

/** Below this element. */
export function below(element: Element): OperateTarget['at'] {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left, y: bottom };
}
