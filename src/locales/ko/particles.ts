/** Particles after a word that may end in a number: they follow how the number is read (서버 1은, 서버 2는, 서버 3이). */
import { josa, numberToHangul } from 'es-hangul';

type Particle = Parameters<typeof josa.pick>[1];

export function withParticle(word: string, particle: Particle): string {
  return word + josa.pick(asRead(word), particle);
}

function asRead(word: string): string {
  let start = word.length;
  while (start > 0 && isDigit(word.charAt(start - 1))) start -= 1;
  if (start === word.length) return word;
  const value = Number(word.slice(start));
  return value === 0 ? '영' : numberToHangul(value);
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
