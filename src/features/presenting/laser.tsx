/** A dot that follows the pointer, large and soft enough for the back row. Moved by transform, laid out once. */
import { useEffect, useRef } from 'react';
import styles from './present.module.css';

export function Laser() {
  const dot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = dot;
    if (current === null) return;
    const follow = ({ clientX, clientY }: PointerEvent) => {
      current.style.translate = `${clientX}px ${clientY}px`;
      current.dataset.shown = 'true';
    };
    const hide = () => {
      current.dataset.shown = 'false';
    };
    const root = document.documentElement;
    root.dataset.laser = '';
    document.addEventListener('pointermove', follow, { passive: true });
    document.addEventListener('pointerdown', follow, { passive: true });
    root.addEventListener('pointerleave', hide);
    return () => {
      delete root.dataset.laser;
      document.removeEventListener('pointermove', follow);
      document.removeEventListener('pointerdown', follow);
      root.removeEventListener('pointerleave', hide);
    };
  }, []);
  return <div className={styles.laser} ref={dot} data-shown="false" data-laser-dot aria-hidden="true" />;
}
