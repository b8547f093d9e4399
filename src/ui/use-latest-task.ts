/** Tasks that wait for something. Only the latest one goes on. */
import { useEffect, useState } from 'react';

interface LatestTask {
  /** Aborts the task before. @returns The signal of the new one. */
  begin(): AbortSignal;
  cancel(): void;
}

/** Unmounting cancels. */
export function useLatestTask(): LatestTask {
  const [task] = useState(createLatestTask);
  useEffect(() => task.cancel, [task]);
  return task;
}

function createLatestTask(): LatestTask {
  let controller = new AbortController();
  const cancel = () => controller.abort();
  return {
    begin() {
      cancel();
      controller = new AbortController();
      return controller.signal;
    },
    cancel,
  };
}
