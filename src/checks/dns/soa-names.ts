import type { Span } from '../../core/facts.ts';
import { isSubdomainOf } from '../../protocols/domain.ts';
import type { Zone } from '../../sources/zone.ts';
import { defineCheck } from '../define-check.ts';

type Soa = Extract<Zone['soa'], { state: 'found' }>['value'];

export default defineCheck({
  id: 'dns/soa-names',
  title: 'The SOA record names a primary server and a mailbox',
  refs: [
    { label: 'RFC 1035 §3.3.13', url: 'https://www.rfc-editor.org/rfc/rfc1035#section-3.3.13' },
    { label: 'RFC 2142 §7', url: 'https://www.rfc-editor.org/rfc/rfc2142#section-7' },
  ],
  why: 'Who finds the domain misused or broken writes to the mailbox in its SOA record. A name without its final dot has the domain behind it twice, and the mail goes nowhere.',
  fix: 'Write both names in full with a dot at the end, the mailbox with a dot in place of its @',
  needs: ['zone'],
  messages: {
    doubled: {
      level: 'note',
      text: '`{name}` in the SOA record of `{domain}` lacks its final dot, so the domain stands behind it twice',
    },
    mailbox: { level: 'note', text: '`{name}` in the SOA record of `{domain}` is no mailbox anybody can write to' },
  },
  examples: [
    { name: 'usual names', zone: '@ SOA ns hostmaster 1 7200 900 1209600 300\n@ NS ns', expect: [] },
    {
      name: 'names of a service',
      zone: '@ SOA ns1.example.net. dns.example.net. 1 7200 900 1209600 300\n@ NS ns1.example.net.',
      expect: [],
    },
    {
      name: 'a primary server without its final dot',
      zone: '@ SOA ns.example.com hostmaster 1 7200 900 1209600 300\n@ NS ns',
      expect: ['doubled'],
    },
    {
      name: 'a mailbox without its final dot',
      zone: '@ SOA ns hostmaster.example.com 1 7200 900 1209600 300\n@ NS ns',
      expect: ['doubled'],
    },
    { name: 'nobody', zone: '@ SOA ns . 1 7200 900 1209600 300\n@ NS ns', expect: ['mailbox'] },
    { name: 'a bare word', zone: '@ SOA ns hostmaster. 1 7200 900 1209600 300\n@ NS ns', expect: ['mailbox'] },
    {
      name: 'a mailbox with @, which is another matter',
      zone: '@ SOA ns a@b. 1 7200 900 1209600 300\n@ NS ns',
      expect: [],
    },
    { name: 'no SOA to be seen', zone: '@ NS ns', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ zone: { soa: fact } }, findings) {
    const { domain } = findings;
    if (fact.state === 'unknown') findings.inconclusive(fact.reason);
    if (fact.state === 'absent') findings.notApplicable('no SOA record');
    if (fact.state !== 'found') return;
    const soa = fact.value;
    const { mname, rname } = soa;
    for (const name of new Set([mname, rname]))
      if (isSubdomainOf(name, `${domain}.${domain}`))
        findings.add('doubled', { name, domain }, { at: spanIn(soa, name) });
    if (!rname.includes('.') && !rname.includes('@'))
      findings.add('mailbox', { name: rname === '' ? '.' : rname, domain }, { at: spanIn(soa, rname) });
  },
});

function spanIn({ name, mname, rname, place }: Soa, part: string): Span {
  const text = `${mname} ${rname}`;
  const start = part === mname ? 0 : mname.length + 1;
  const at = place === undefined ? {} : { place };
  return { source: `${name} SOA`, text, start, end: start + part.length, ...at };
}
