import { recordText } from '../core/record-text.ts';
import type { DomainSpec } from '../protocols/spf.ts';
import { expandMacros, macroLetters, readMacroString } from '../protocols/spf.ts';
import { bestName, validatedNames } from './client-names.ts';
import { expandTarget, isAscii } from './mechanisms.ts';
import { isStop, macroValue, type Session } from './session.ts';

/**
 * The explanation a domain gives for a fail (RFC 7208 §6.2), expanded. It is a third party's text.
 * Undefined for anything that goes wrong: no record or several, a failure, bad syntax, text beyond ASCII.
 */
export async function explanationOf(session: Session, spec: DomainSpec, domain: string): Promise<string | undefined> {
  // What is asked here counts against no limit (§4.6.4).
  const free: Session = { ...session, lookups: -Infinity, voids: -Infinity };
  const target = await expandTarget(free, spec, domain);
  if (target === undefined || isStop(target)) return undefined;
  const answer = await session.net.resolve(target.name, 'TXT');
  if (answer.status !== 'ok' || answer.records.length !== 1) return undefined;
  const text = recordText(answer.records[0]!);
  const { value, problems } = readMacroString(text, 'explanation');
  if (problems.length > 0 || !/^[\x20-\x7E]*$/.test(text)) return undefined;
  const names = macroLetters(value).includes('p') ? await validatedNames(free) : [];
  if (isStop(names)) return undefined;
  const expanded = expandMacros(value, (letter) => macroValue(free, letter, domain, bestName(names, domain)));
  return expanded !== undefined && isAscii(expanded) ? expanded : undefined;
}
