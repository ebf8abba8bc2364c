import { UserError } from '../core/errors.ts';
import { addressParts } from '../protocols/address-parts.ts';
import type { SpfResult } from '../spf/evaluate.ts';
import { domainName } from './domain-name.ts';

/** The envelope-from; empty for a null reverse-path, `<>`, which is checked as postmaster at the HELO name (RFC 7208 §2.4). */
export function senderOption(typed: string | undefined, domain: string): string {
  if (typed === undefined) return `postmaster@${domain}`;
  if (typed === '' || typed === '<>') return '';
  const parts = addressParts(typed);
  if (parts === undefined || parts.local === '' || /[\s<>]/.test(typed))
    throw new UserError(
      `\`${typed}\` is no mail address`,
      'a sender looks like bounce@example.com; <> is the null sender',
    );
  const senderDomain = domainName(parts.domain);
  if (senderDomain !== domain)
    throw new UserError(
      `the sender \`${typed}\` is not of ${domain}`,
      'SPF is evaluated for the domain of the envelope-from',
      `sendaudit spf ${senderDomain} --ip 192.0.2.1 --sender ${typed}`,
    );
  return typed;
}

/** Macros put the sender's local part, whole or in pieces, where no @ tells that it is one (RFC 7208 §7.3). */
export function withoutLocalPart(result: SpfResult, sender: string): SpfResult {
  const pieces = addressParts(sender)?.local.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (pieces.length === 0) return result;
  const piece = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pieces.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const hidden = (text: string): string => text.replaceAll(piece, '…');
  const { reason, explanation } = result;
  return {
    ...result,
    ...(reason === undefined ? {} : { reason: hidden(reason) }),
    ...(explanation === undefined ? {} : { explanation: hidden(explanation) }),
  };
}
