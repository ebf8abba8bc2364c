import type { BimiProblem, BimiUriCode } from '../../protocols/bimi.ts';
import { corrected } from '../../protocols/tag-list-edit.ts';
import type { BimiText } from '../../sources/bimi.ts';

export const URI_CODES: readonly BimiUriCode[] = ['uri', 'uri-scheme', 'uri-host', 'uri-several'];

/** The record with an address put right, where it is clear what was meant. */
export const mendedUri = ({ text }: BimiText, problem: BimiProblem): string | undefined =>
  problem.replacement === undefined ? undefined : corrected(text, [problem]);

/** Endings of image formats that are not SVG. */
const OTHER_FORMATS = /^(?:png|jpe?g|gif|webp|avif|bmp|ico|tiff?|pdf|eps|ai)$/;

/** The format that `l=` promises, where it is none of BIMI: what is served there is then only a consequence. */
export function otherFormat({ parsed }: BimiText): string | undefined {
  const { valid = false, extension = '' } = parsed.value.location ?? {};
  return valid && OTHER_FORMATS.test(extension) ? extension : undefined;
}
