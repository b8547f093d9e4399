/** Keeps the screen awake as long as the view is there. Where the browser cannot or will not, nothing is said. */
import { useEffect } from 'react';

export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    let isWanted = true;
    let isAsking = false;
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      // A hidden page loses its lock, and gets none; it asks again once it is seen.
      if (document.visibilityState !== 'visible' || isAsking || lock?.released === false) return;
      isAsking = true;
      const given = await navigator.wakeLock.request('screen').catch(() => null);
      isAsking = false;
      if (isWanted) lock = given;
      else void given?.release();
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      isWanted = false;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}
