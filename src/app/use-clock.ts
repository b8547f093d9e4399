/** The time of day and a stopwatch for the presenter. It runs from the start of presenting, and survives a reload. */

import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { ClockFace } from '../features/presenting/presenter/clock.tsx';
import { elapsedMs, reset, type Stopwatch, shownTime, toggled, zeroStopwatch } from '../player/stopwatch.ts';
import { keepStopwatch, keptStopwatch } from './kept-stopwatch.ts';

const SECOND_MS = 1_000;

const stored = v.strictObject({
  passedMs: v.pipe(v.number(), v.minValue(0)),
  startedAtMs: v.nullable(v.number()),
});

export function useClock(language: string): ClockFace {
  const [now, setNow] = useState(() => Date.now());
  const [stopwatch, setStopwatch] = useState(rememberedStopwatch);
  useEffect(() => {
    // Aligned to full seconds, so that both change together.
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(Date.now());
      timer = setTimeout(tick, SECOND_MS - (Date.now() % SECOND_MS));
    };
    tick();
    return () => clearTimeout(timer);
  }, []);
  const change = (next: (stopwatch: Stopwatch, nowMs: number) => Stopwatch) => {
    const changed = next(stopwatch, Date.now());
    setNow(Date.now());
    setStopwatch(changed);
    keepStopwatch(changed);
  };
  return {
    time: new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(now),
    elapsed: shownTime(elapsedMs(stopwatch, now)),
    isRunning: stopwatch.startedAtMs !== null,
    toggle: () => change(toggled),
    reset: () => change(reset),
  };
}

/** If nothing readable is kept, it starts now. Without storage, it runs until the window is closed. */
function rememberedStopwatch(): Stopwatch {
  const kept = v.safeParse(stored, keptStopwatch());
  if (kept.success) return kept.output;
  const running = toggled(zeroStopwatch, Date.now());
  keepStopwatch(running);
  return running;
}
