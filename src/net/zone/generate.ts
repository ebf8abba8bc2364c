import type { Token } from './master-lexer.ts';
import { shown } from './presentation.ts';

/** A short line may ask for four thousand million records: $GENERATE makes this many at most in a file. */
export const MOST_GENERATED = 65_536;
/** And this many characters, so that a long line may not be multiplied into gigabytes. */
const MOST_CHARACTERS = 16_000_000;
const WIDEST = 255;

export type Generated = { readonly lines: readonly (readonly Token[])[] } | { readonly problem: string };

/** The records of BIND's `$GENERATE 1-20/2 host-$ A 192.0.2.$`, as tokens: owner first. `tokens` begin after the word. */
export function generate(tokens: readonly Token[], left: number): Generated {
  const range = /^(\d{1,10})-(\d{1,10})(?:\/(\d{1,10}))?$/.exec(tokens[0]?.text ?? '');
  if (range === null)
    return { problem: `${shown(tokens[0]?.text ?? '')} is no range for $GENERATE, as in 1-20 or 1-20/2` };
  const [start, stop, step] = [Number(range[1]), Number(range[2]), Number(range[3] ?? 1)];
  if (stop < start || step === 0) return { problem: `the $GENERATE range ${shown(tokens[0]?.text ?? '')} is empty` };
  const count = Math.floor((stop - start) / step) + 1;
  const templates = tokens.slice(1);
  if (templates.length < 2) return { problem: '$GENERATE needs an owner, a type and data after the range' };
  const length = templates.reduce((sum, token) => sum + token.text.length, 0);
  if (count > left || count * length > MOST_CHARACTERS) {
    return { problem: `$GENERATE would make ${count} records, more than are read here (${MOST_GENERATED} in a file)` };
  }
  const lines: Token[][] = [];
  for (let n = start; n <= stop; n += step) {
    const line: Token[] = [];
    for (const { text, quoted } of templates) {
      const filled = filledIn(text, n);
      if (filled === undefined) return { problem: `${shown(text)} has a modifier $GENERATE does not know` };
      line.push({ text: filled, quoted });
    }
    lines.push(line);
  }
  return { lines };
}

/** `$` is the number, `${offset,width,base}` changed in that way; `\$` and `$$` are a dollar sign. */
function filledIn(text: string, n: number): string | undefined {
  if (!text.includes('$')) return text;
  let unknown = false;
  const filled = text.replaceAll(/\\[^]|\$\$|\$(?:\{([^}]{0,40})\})?/g, (match, modifier: string | undefined) => {
    if (match.startsWith('\\')) return match;
    if (match === '$$') return '\\$';
    const value = modifier === undefined ? String(n) : modified(n, modifier);
    if (value === undefined) unknown = true;
    return value ?? '';
  });
  return unknown ? undefined : filled;
}

function modified(n: number, modifier: string): string | undefined {
  const parts = /^([+-]?\d{1,10})(?:,(\d{1,3})(?:,([doxXnN]))?)?$/.exec(modifier);
  if (parts === null) return undefined;
  const value = n + Number(parts[1]);
  const width = Number(parts[2] ?? 0);
  const base = parts[3] ?? 'd';
  if (value < 0 || width > WIDEST) return undefined;
  if (base === 'd') return String(value).padStart(width, '0');
  if (base === 'o') return value.toString(8).padStart(width, '0');
  const hex = base === 'X' || base === 'N' ? value.toString(16).toUpperCase() : value.toString(16);
  if (base === 'x' || base === 'X') return hex.padStart(width, '0');
  // Nibbles for ip6.arpa: digits in reverse, parted by dots; the width counts the dots
  return hex
    .padStart(Math.ceil(width / 2), '0')
    .split('')
    .toReversed()
    .join('.');
}
