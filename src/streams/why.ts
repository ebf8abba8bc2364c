import type { Ours } from './ours.ts';
import type { DkimResult } from '../reports/aggregate/row.ts';
import type { Signature } from './signature.ts';

/** Why DMARC did not pass by one method: a word for machines, a phrase for people. */
export interface Why {
  readonly code:
    | 'dkim-none'
    | 'dkim-unaligned'
    | 'dkim-broken'
    | 'dkim-error'
    | 'dkim-strict'
    | 'spf-none'
    | 'spf-unaligned'
    | 'spf-unauthorised'
    | 'spf-error'
    | 'spf-strict';
  readonly text: string;
}

const ERRORS = new Set(['temperror', 'permerror']);

/** What kept a row from passing, DKIM first; empty where it passed. */
export function whyFailing(signature: Signature, ours: Ours): Why[] {
  if (signature.dkimAligned === true || signature.spfAligned === true) return [];
  return [whyDkim(signature, ours), whySpf(signature, ours)];
}

function whyDkim({ dkim }: Signature, ours: Ours): Why {
  // Some reporters write a row of `none` where there was no signature.
  const named = dkim.filter(({ domain, result }) => domain !== '' && result !== 'none');
  const own = named.filter(({ domain }) => ours(domain));
  const passed = named.find(({ result }) => result === 'pass');
  const strict = own.find(({ result }) => result === 'pass');
  if (strict !== undefined)
    return { code: 'dkim-strict', text: `signed by ${strict.domain}, which strict alignment does not accept` };
  const failed = own.find(({ result }) => !ERRORS.has(result));
  if (failed !== undefined)
    return { code: 'dkim-broken', text: `the signature of ${failed.domain}${keyOf(failed)} does not verify` };
  if (own[0] !== undefined)
    return {
      code: 'dkim-error',
      text: `the signature of ${own[0].domain}${keyOf(own[0])} could not be checked: ${own[0].result}`,
    };
  if (passed !== undefined) return { code: 'dkim-unaligned', text: `signs as ${passed.domain}` };
  return { code: 'dkim-none', text: 'no DKIM signature' };
}

const keyOf = ({ selector = '' }: DkimResult): string => (selector === '' ? '' : ` (selector ${selector})`);

function whySpf({ spf, envelopeFrom }: Signature, ours: Ours): Why {
  const passed = spf.find(({ result }) => result === 'pass');
  if (passed !== undefined)
    return ours(passed.domain) && passed.scope !== 'helo'
      ? { code: 'spf-strict', text: `SPF passes for ${passed.domain}, which strict alignment does not accept` }
      : {
          code: 'spf-unaligned',
          text: `SPF passes for ${passed.scope === 'helo' ? `the HELO name ${passed.domain}` : passed.domain}`,
        };
  const [first] = spf;
  if (first === undefined) return { code: 'spf-none', text: 'no SPF result' };
  const domain = first.domain || envelopeFrom;
  if (domain === undefined || first.result === 'none')
    return { code: 'spf-none', text: domain === undefined ? 'no SPF record' : `no SPF record at ${domain}` };
  if (ERRORS.has(first.result))
    return { code: 'spf-error', text: `SPF of ${domain} could not be evaluated: ${first.result}` };
  return { code: 'spf-unauthorised', text: `not in the SPF record of ${domain}` };
}
