import { authorisedBy, spfRanges } from '../../spf/ranges.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';

export default defineCheck({
  id: 'spf/helo-names',
  title: 'The sending hosts have SPF at their own names',
  refs: [
    { label: 'RFC 7208 §2.3', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-2.3' },
    { label: 'RFC 7208 §10.1.3', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-10.1.3' },
  ],
  why: 'Bounces have no sender, so receivers check the name a host says in HELO instead. Without a record there, bounces pass no SPF, and anybody may greet with the name of your host.',
  fix: 'Publish `v=spf1 a -all` at the name of each host that sends',
  needs: ['spf', 'mx', 'heloSpf'],
  considers: ['parked'],
  messages: {
    missing: { level: 'note', text: '`{host}` sends for `{domain}`, and has no SPF record at its own name' },
  },
  examples: [
    {
      name: 'a host with a record',
      zone: '@ TXT "v=spf1 mx -all"\n@ MX 10 mail\nmail A 192.0.2.1\nmail TXT "v=spf1 a -all"',
      expect: [],
    },
    {
      name: 'two hosts without',
      zone: '@ TXT "v=spf1 mx -all"\n@ MX 10 m1\n@ MX 20 m2\nm1 A 192.0.2.1\nm2 AAAA 2001:db8::1',
      expect: ['missing', 'missing'],
    },
    {
      name: 'a host that only receives',
      zone: '@ TXT "v=spf1 ip4:192.0.2.7 -all"\n@ MX 10 mail\nmail A 192.0.2.1',
      expect: [],
    },
    {
      name: 'a host of somebody else',
      zone: '@ TXT "v=spf1 mx -all"\n@ MX 10 mx.a.example.\nmx.a.example. A 192.0.2.1',
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a name server that fails',
      zone: '@ TXT "v=spf1 ip4:192.0.2.1 -all"\n@ MX 10 mail\nmail A 192.0.2.1',
      servfail: ['mail.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf, mx, heloSpf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const ranges = spfRanges(spf);
    for (const { host: name, state, reason } of heloSpf) {
      if (state === 'unknown') findings.inconclusive(reason ?? `the TXT records of ${name}`);
      const host = mx.hosts.find((other) => other.name.toLowerCase() === name);
      const addresses = [...(host?.ipv4 ?? []), ...(host?.ipv6 ?? [])];
      const sends = addresses.some((address) => typeof authorisedBy(ranges, address) === 'object');
      if (state !== 'none' || !sends) continue;
      const value = 'v=spf1 a -all';
      findings.add(
        'missing',
        { host: name, domain: spf.domain },
        {
          fix: `publish \`${value}\` at \`${name}\`, if that is the name it says in HELO`,
          changes: [{ kind: 'publish', name, type: 'TXT', value }],
        },
      );
    }
  },
});
