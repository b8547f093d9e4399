/** While presenting: keeps the screen awake, hides an idle pointer, moves the laser, shows titles of scenes. */
import { useEffect } from 'react';
import { SceneTitle } from '../features/lessons/scene-title.tsx';
import { Laser } from '../features/presenting/laser.tsx';
import { useWakeLock } from './use-wake-lock.ts';

const IDLE_MS = 3_000;

export function OnStage({ laserIsOn }: { readonly laserIsOn: boolean }) {
  useWakeLock();
  useIdlePointer();
  return (
    <>
      <SceneTitle />
      {laserIsOn && <Laser />}
    </>
  );
}

/** Marks the page while the pointer is idle; the style sheet then hides it. */
function useIdlePointer(): void {
  useEffect(() => {
    const root = document.documentElement;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let place = '';
    const rest = () => {
      root.dataset.idle = '';
    };
    const move = ({ clientX, clientY }: PointerEvent) => {
      // Browsers also report a move when an element moves below a still pointer.
      const next = `${clientX} ${clientY}`;
      if (next === place) return;
      place = next;
      delete root.dataset.idle;
      clearTimeout(timer);
      timer = setTimeout(rest, IDLE_MS);
    };
    timer = setTimeout(rest, IDLE_MS);
    document.addEventListener('pointermove', move, { passive: true });
    return () => {
      delete root.dataset.idle;
      clearTimeout(timer);
      document.removeEventListener('pointermove', move);
    };
  }, []);
}
