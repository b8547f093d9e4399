/** UTF-8 byte counts. Platform encoders aren't part of the language, so the simulation counts by itself. */

const NON_ASCII = /[\u0080-\uffff]/;
/** From this length on, one regular expression is faster than a loop over code units. */
const LONG = 12;

/** Byte length in UTF-8 (RFC 3629 §3). A lone surrogate counts as U+FFFD, three bytes. */
export function utf8Bytes(text: string): number {
  if (text.length >= LONG && !NON_ASCII.test(text)) return text.length;
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) as number;
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code < 0x10000) bytes += 3;
    else {
      bytes += 4;
      index += 1;
    }
  }
  return bytes;
}
