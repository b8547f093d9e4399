/** Motion comes after the stage: until it is there, and where it cannot be had, each step simply appears finished. */
import type { FeatureBundle } from 'framer-motion';
import { useEffect, useState } from 'react';

let features: Promise<FeatureBundle> | undefined;

export function loadMotion(): Promise<FeatureBundle> {
  features ??= import('./motion-features.ts').then(({ domAnimation }) => domAnimation);
  return features;
}

export function useMotionIsThere(): boolean {
  const [isThere, setIsThere] = useState(false);
  useEffect(() => {
    loadMotion().then(
      () => setIsThere(true),
      () => {},
    );
  }, []);
  return isThere;
}
