import { parseIp, unmapped, bitsOf } from '../protocols/ip.ts';
import { parseNetwork, type Network } from '../protocols/network.ts';
import type { Signature } from './signature.ts';
import type { Purpose } from './stream.ts';

/**
 * The reader's own word on whose mail something is: all conditions of a rule must hold, the first rule that holds counts,
 * and nothing else is asked. Names are compared without case; `*` stands for any characters, dots included.
 */
export interface StreamRule {
  /** What the stream is called; rules of one name make one stream. */
  readonly name: string;
  readonly purpose?: RulePurpose;
  /** Id of a provider, or `own`; by default whom the evidence names. */
  readonly provider?: string;
  /** `ours` unless told: `aligned` where it passes DMARC, `fixable` where not. */
  readonly class?: 'ours' | 'forwarded' | 'suspicious';
  readonly when: RuleConditions;
  /** Where it was said: `rule 2 of sendaudit.json line 14`. */
  readonly origin: string;
}

export type RulePurpose = Exclude<Purpose, 'forwarded' | 'spoofed'>;
export const RULE_PURPOSES = [
  'transactional',
  'marketing',
  'crm',
  'support',
  'corporate',
  'unknown',
] as const satisfies readonly RulePurpose[];

export interface RuleConditions {
  /** The From domain. */
  readonly headerFrom?: string;
  /** A signature that verified: `example.com`, or with its selector, `inv*@example.com`. */
  readonly dkim?: string;
  /** A domain SPF passed for. */
  readonly spf?: string;
  /** The envelope-from domain, whether SPF passed or not: anybody can write that. */
  readonly envelopeFrom?: string;
  /** An address, or a network in CIDR notation. */
  readonly ip?: string;
}

/** Which rule a signature's rows fall under, by their address. */
export type Ruling = (sourceIp: string) => StreamRule | undefined;
const NONE: Ruling = () => undefined;

/** Compiles rules. The answer is asked once for a signature, and what that gives once for an address. */
export function rulings(rules: readonly StreamRule[]): (signature: Signature) => Ruling {
  if (rules.length === 0) return () => NONE;
  const compiled = rules.map((rule) => ({ rule, ...conditionsOf(rule.when) }));
  return (signature) => {
    const fitting = compiled.filter(({ fits }) => fits(signature));
    return fitting.length === 0 ? NONE : (sourceIp) => fitting.find(({ holds }) => holds(sourceIp))?.rule;
  };
}

interface Compiled {
  readonly fits: (signature: Signature) => boolean;
  readonly holds: (sourceIp: string) => boolean;
}

function conditionsOf({ headerFrom, dkim, spf, envelopeFrom, ip }: RuleConditions): Compiled {
  const [from, sender, envelope] = [pattern(headerFrom), pattern(spf), pattern(envelopeFrom)];
  const [selector, signer] = dkim === undefined ? [] : keyPatterns(dkim);
  const network = ip === undefined ? undefined : networkOf(ip);
  return {
    fits: (signature) =>
      (from?.test(signature.headerFrom) ?? true) &&
      (signer === undefined ||
        signature.dkim.some(
          (one) => one.result === 'pass' && signer.test(one.domain) && (selector?.test(one.selector ?? '') ?? true),
        )) &&
      (sender === undefined || signature.spf.some((one) => one.result === 'pass' && sender.test(one.domain))) &&
      (envelope === undefined || envelopesOf(signature).some((domain) => envelope.test(domain))),
    holds: (sourceIp) => ip === undefined || (network !== undefined && liesIn(sourceIp, network)),
  };
}

/** Many reporters leave the envelope out, and say which domain SPF was asked for: that is it, unless it was the HELO name. */
const envelopesOf = ({ envelopeFrom, spf }: Signature): string[] => [
  ...(envelopeFrom === undefined ? [] : [envelopeFrom]),
  ...spf.filter(({ scope }) => scope !== 'helo').map(({ domain }) => domain),
];

function keyPatterns(text: string): [selector: RegExp | undefined, signer: RegExp | undefined] {
  const at = text.lastIndexOf('@');
  return at < 0 ? [undefined, pattern(text)] : [pattern(text.slice(0, at)), pattern(text.slice(at + 1))];
}

/** `*.example.com` as an expression that must match a whole name; runs of `*` are one, so it cannot be made to take long. */
function pattern(text: string | undefined): RegExp | undefined {
  if (text === undefined) return undefined;
  const literal = text.split(/\*+/).map((part) => part.replaceAll(/[^\w-]/g, String.raw`\$&`));
  return new RegExp(`^${literal.join('.*')}$`, 'i');
}

/** What an `ip` condition stands for; undefined where it is neither address nor network. */
export function networkOf(text: string): Network | undefined {
  if (text.includes('/')) return parseNetwork(text);
  const address = parseIp(text);
  if (address === undefined) return undefined;
  const { family, bits } = unmapped(address);
  return { family, first: bits, length: bitsOf(family) };
}

function liesIn(sourceIp: string, { family, first, length }: Network): boolean {
  const parsed = parseIp(sourceIp);
  if (parsed === undefined) return false;
  const address = unmapped(parsed);
  const shift = BigInt(bitsOf(family) - length);
  return address.family === family && address.bits >> shift === first >> shift;
}

/** A rule, and the messages it decided. */
export interface RuleUse {
  readonly name: string;
  readonly origin: string;
  readonly messages: number;
}
