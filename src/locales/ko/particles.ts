/** Particles after a word that may end in a number: they follow how the number is read (서버 1은, 서버 2는, 서버 3이). */
import { josa, numberToHangul } from 'es-hangul';

type Particle = Parameters<typeof josa.pick>[1];

export function withParticle(word: string, particle: Particle): string {
  return word + josa.pick(asRead(word), particle);
}

function asRead(word: string): string {
  const digits = /(?<!\d)\d+$/.exec(word)?.[0];
  if (digits === undefined) return word;
  return Number(digits) === 0 ? '영' : numberToHangul(Number(digits));
}
