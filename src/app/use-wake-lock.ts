/** Keeps the screen awake while the view is mounted. Fails silently where the browser can't or won't. */
import { useEffect } from 'react';

export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    let isWanted = true;
    let isAsking = false;
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      // A hidden page loses its lock and can't get one. It requests the lock again once it's visible.
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
