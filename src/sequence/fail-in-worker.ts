/** For workers: the page hears of an error of a task, and not of a promise that is rejected. */
export function failInWorker(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}
