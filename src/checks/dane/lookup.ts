import type { HostTlsa } from '../../sources/tlsa.ts';
import { defineCheck } from '../define-check.ts';
import { LEAF_KEY_SHA256 } from './example-certificates.ts';
import { HOST, zoneWith } from './example-hosts.ts';

/** Answers that another sender gets as well; who had no time, or no network, learnt nothing. */
const LASTING = new Set<HostTlsa['failure']>(['servfail', 'bogus', 'refused', 'formerr', 'notimp', 'lame']);
const GOOD = zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`);

export default defineCheck({
  id: 'dane/lookup',
  title: 'The question for TLSA records of a mail host is answered',
  refs: [
    { label: 'RFC 7672 §2.1.2', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-2.1.2' },
    { label: 'RFC 7672 §2.2.3', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-2.2.3' },
  ],
  why: 'In a signed zone a question that fails may be an attack that hides the TLSA records. Senders that honour DANE then deliver nothing to the host, and mail waits until it bounces. Old name servers and firewalls that do not know the record type are the usual cause.',
  fix: 'Mend the name servers of the zone, or the signatures at the name: a question for TLSA records must be answered, also where there are none',
  needs: ['tlsa'],
  messages: {
    fails: {
      level: 'error',
      text: 'The question for TLSA records of `{host}` fails ({reason}), so senders that honour DANE do not deliver',
    },
  },
  examples: [
    { name: 'records', zone: GOOD, authentic: ['example.com'], expect: [] },
    { name: 'no records', zone: HOST, authentic: ['example.com'], expect: [] },
    {
      name: 'a server that fails in a signed zone',
      zone: GOOD,
      authentic: ['example.com'],
      servfail: ['_25._tcp.mail.example.com'],
      expect: ['fails'],
    },
    {
      name: 'broken signatures',
      zone: GOOD,
      authentic: ['example.com'],
      bogus: ['_25._tcp.mail.example.com'],
      expect: ['fails'],
    },
    {
      name: 'a server that fails in an unsigned zone, where nobody minds',
      zone: GOOD,
      authentic: [],
      servfail: ['_25._tcp.mail.example.com'],
      expect: [],
    },
    {
      name: 'a server that fails for a resolver nobody trusts',
      zone: GOOD,
      servfail: ['_25._tcp.mail.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ tlsa }, findings) {
    for (const { host, addresses, records, failure } of tlsa.hosts) {
      // Nobody asks for TLSA records of a host in an unsigned zone (RFC 7672 §2.2.2).
      if (records.state !== 'unknown' || addresses === false) continue;
      const { reason } = records;
      if (addresses === true && LASTING.has(failure)) findings.add('fails', { host, reason });
      else findings.inconclusive(reason);
    }
  },
});
