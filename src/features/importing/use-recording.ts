/** Reading a recording: its progress, and its result or problem. */
import { useEffect, useState } from 'react';
import type { Capture, CaptureProblem } from '../../sequence/recorded/capture.ts';
import { readWithWorker } from './capture-reader.ts';

export type ReadingState =
  | { readonly kind: 'reading'; readonly done: number }
  | { readonly kind: 'read'; readonly capture: Capture }
  | { readonly kind: 'problem'; readonly problem: CaptureProblem };

/** Closing the dialog cancels. */
export function useRecording(given: File | string): ReadingState {
  const [state, setState] = useState<ReadingState>({ kind: 'reading', done: 0 });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const onProgress = (done: number) => {
      if (!signal.aborted) setState({ kind: 'reading', done });
    };
    setState({ kind: 'reading', done: 0 });
    readWithWorker(given, { signal, onProgress }).then(
      (result) => {
        if (signal.aborted) return;
        if ('problem' in result) setState({ kind: 'problem', problem: result.problem });
        else setState({ kind: 'read', capture: result });
      },
      () => {
        if (!signal.aborted) setState({ kind: 'problem', problem: { kind: 'not-read' } });
      },
    );
    return () => controller.abort();
  }, [given]);
  return state;
}
