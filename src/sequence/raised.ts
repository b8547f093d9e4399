/** Characters that stand above or below the line of a formula that is shown as text. */

export const RAISED = pairs(
  '0123456789+-=()niabcdefghjklmoprstuvwxyz',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ',
);
export const LOWERED = pairs('0123456789+-=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

function pairs(plain: string, other: string): ReadonlyMap<string, string> {
  const others = [...other];
  return new Map([...plain].map((character, index) => [character, others[index] ?? character]));
}

const SPACES = /[\s\u2000-\u200a\u2061]+/g;
/** Primes and stars. */
const RAISED_ALREADY = /^[′″‴*∗]+$/;

/** In raised or lowered characters if all of it has them, otherwise after the sign. */
export function raisedOrLowered(text: string, characters: ReadonlyMap<string, string>, sign: string): string {
  if (RAISED_ALREADY.test(text)) return text.replaceAll('∗', '*');
  const letters = [...text.replaceAll('−', '-').replace(SPACES, '')];
  if (letters.every((letter) => characters.has(letter))) {
    return letters.map((letter) => characters.get(letter)).join('');
  }
  return sign + grouped(text.trim());
}

/** In brackets, unless it's one word. */
export function grouped(text: string): string {
  const trimmed = text.trim();
  return [...trimmed].length === 1 || /^[\p{L}\p{N}.]+$/u.test(trimmed) ? trimmed : `(${trimmed})`;
}
