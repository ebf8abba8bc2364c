import type { DkimSelector } from '../../sources/dkim.ts';
import { defineCheck } from '../define-check.ts';
import { crossings } from './crossings.ts';
import { GOOD_KEY } from './example-keys.ts';
import { admitUnread, leadsToKeys } from './keys.ts';

export default defineCheck({
  id: 'dkim/alias',
  title: 'Every CNAME of a selector leads to a key',
  refs: [{ label: 'RFC 6376 §3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-3.6.2' }],
  why: 'Mail signed with the selector cannot be verified. If the service is no longer yours, the name it leads to may be given to somebody else, who then publishes a key there and signs as your domain.',
  fix: 'Copy the target again from the settings of the service, or remove the CNAME where the service is no longer in use',
  needs: ['dkim'],
  messages: {
    broken: {
      level: 'error',
      text: 'Selector `{selector}` is in use, and its CNAME leads to `{target}`, where there is no key',
    },
    spare: {
      level: 'note',
      text: '`{name}` is a CNAME to `{target}`, where there is no key; {service} has its key at `{other}`',
    },
    leftover: { level: 'warning', text: '`{name}` is a CNAME to `{target}`, where there is no key' },
  },
  examples: [
    {
      name: 'a CNAME to a key',
      zone: `s1._domainkey CNAME s1.dkim.example.net.\ns1.dkim.example.net. TXT ${GOOD_KEY}`,
      selectors: ['s1'],
      expect: [],
    },
    {
      name: 'a CNAME to a name that is gone',
      zone: 's1._domainkey CNAME s1.dkim.example.net.',
      selectors: ['s1'],
      expect: ['broken'],
    },
    {
      name: 'a CNAME to a name without TXT',
      zone: 's1._domainkey CNAME s1.example.net.\ns1.example.net. A 192.0.2.1',
      selectors: ['s1'],
      expect: ['broken'],
    },
    {
      name: 'a CNAME into a domain that is gone, which is another matter',
      zone: 'net. NS ns.nic.net.\ns1._domainkey CNAME s1.dkim.example.net.',
      selectors: ['s1'],
      expect: [],
    },
    {
      name: 'what is left of a service',
      zone: '@ TXT "v=spf1 include:servers.mcsv.net ~all"\nk2._domainkey CNAME dkim2.mcsv.net.',
      expect: ['leftover'],
    },
    {
      name: 'the second selector of a service that changes keys',
      zone: `@ TXT "v=spf1 include:servers.mcsv.net ~all"\nk2._domainkey CNAME dkim2.mcsv.net.\nk3._domainkey CNAME dkim3.mcsv.net.\ndkim3.mcsv.net. TXT ${GOOD_KEY}`,
      expect: ['spare'],
    },
    {
      name: 'a wildcard for web sites',
      zone: '@ TXT "v=spf1 include:servers.mcsv.net ~all"\n* CNAME web\nweb A 192.0.2.1',
      expect: [],
    },
    {
      name: 'a target that fails',
      zone: 's1._domainkey CNAME s1.example.net.',
      selectors: ['s1'],
      servfail: ['s1.example.net'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ dkim }, findings) {
    admitUnread(dkim, findings);
    const crossed = new Set(crossings(dkim).flat());
    for (const one of dkim.selectors) {
      const { selector, name, via, state, host, lapsed } = one;
      const [first] = via;
      const target = via.at(-1);
      if (state !== 'dangling' || first === undefined || target === undefined) continue;
      if (crossed.has(one) || lapsed?.state === 'found') continue;
      const text = via.join(' → ');
      const at = { source: `${name} CNAME`, text, start: text.length - target.length, end: text.length };
      const service = host?.name ?? 'the service';
      if (one.claims.length > 0) {
        const fix = `turn on DKIM signing for the domain at ${service}, or copy the target again from its settings`;
        findings.add('broken', { selector, target }, { at, fix });
        continue;
      }
      const other = dkim.selectors.find((known) => known.state === 'published' && isOf(host, known));
      if (other !== undefined) {
        const fix = `leave the CNAME where it is: ${service} needs it when it changes keys`;
        findings.add('spare', { name, target, service, other: other.selector }, { at, fix });
      } else if (one.expected || leadsToKeys(one)) {
        const fix = `remove the CNAME, unless ${service} still signs for you: then copy its target again`;
        findings.add(
          'leftover',
          { name, target },
          { at, fix, changes: [{ kind: 'remove', name, type: 'CNAME', old: `${first}.` }] },
        );
      }
    }
  },
});

/** Services that change keys by themselves have two selectors or more, and a key at one of them at a time. */
const isOf = (host: DkimSelector['host'], other: DkimSelector): boolean =>
  host !== undefined && other.host?.id === host.id;
