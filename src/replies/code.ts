import type { ReplyClass } from './class.ts';
import { basicCodes } from './rules/basic-codes.ts';
import { enhancedCodes } from './rules/enhanced-codes.ts';

/**
 * What the codes alone mean. `sure`: an enhanced code that names the reason; `likely`: also the ambiguous ones, and reply
 * codes. 5.1.0, 5.4.1 and their like of the wrong class digit still tell their subject. 5.1.10 is a null MX with 556
 * (RFC 7505); with 550 it is Exchange's word for an address that its directory does not have.
 */
export function codeClass(
  enhancedCode: string | undefined,
  code: number | undefined,
  how: 'sure' | 'likely',
): ReplyClass | undefined {
  if (code === 550 && enhancedCode === '5.1.10') return 'user-unknown';
  const known = enhancedCode === undefined ? undefined : enhancedCodes[enhancedCode.slice(2)];
  if (known !== undefined && (how === 'likely' || known.ambiguous !== true)) return known.class;
  return how === 'likely' && code !== undefined ? basicCodes[code] : undefined;
}
