import type { RecordChange } from '../../core/outcome.ts';
import { defineCheck } from '../define-check.ts';
import { ownChanges, removalOf, spanOf } from '../mx/hosts.ts';

export default defineCheck({
  id: 'parked/mx',
  title: 'A parked domain says that it takes no mail',
  refs: [
    { label: 'RFC 7505 §3', url: 'https://www.rfc-editor.org/rfc/rfc7505#section-3' },
    { label: 'RFC 5321 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-5.1' },
  ],
  why: 'With the null MX senders know at once that an address does not work, and receivers refuse mail in the name of the domain, because nobody could answer it. Without any MX, mail goes to the web server of the domain.',
  fix: 'Publish the null MX `0 .` as the only MX record of the domain',
  needs: ['parked', 'existence'],
  considers: ['mx', 'addresses'],
  messages: {
    hosts: { level: 'warning', text: 'The parked domain `{domain}` names mail hosts: {hosts}' },
    implicit: {
      level: 'warning',
      text: 'The parked domain `{domain}` has no MX record, so mail for it is sent to its own address `{address}`',
    },
    silent: { level: 'note', text: 'The parked domain `{domain}` has no null MX to say that it takes no mail' },
  },
  examples: [
    { name: 'a null MX', parked: true, zone: '@ MX 0 .\n@ A 192.0.2.1', expect: [] },
    { name: 'a mail host left over', parked: true, zone: '@ MX 10 mail\nmail A 192.0.2.1', expect: ['hosts'] },
    { name: 'a mail host beside the null MX', parked: true, zone: '@ MX 0 .\n@ MX 10 mail', expect: ['hosts'] },
    { name: 'a web site', parked: true, zone: '@ A 192.0.2.1', expect: ['implicit'] },
    { name: 'nothing at all', parked: true, zone: '@ TXT "v=spf1 -all"', expect: ['silent'] },
    {
      name: 'a name server that fails',
      parked: true,
      zone: '@ NS ns',
      servfail: ['example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
    { name: 'a domain with mail', zone: '@ MX 10 mail', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ existence, mx, addresses }, findings) {
    const { domain } = findings;
    const nullMx: RecordChange = { kind: 'publish', name: domain, type: 'MX', value: '0 .' };
    if (mx.state === 'absent') {
      const changes = ownChanges(existence, [nullMx]);
      if (addresses.state === 'absent') {
        findings.add('silent', { domain }, { changes });
        return;
      }
      const address = [...addresses.value.ipv4, ...addresses.value.ipv6][0] ?? domain;
      findings.add('implicit', { domain, address }, { changes });
      return;
    }
    const [first] = mx.value.hosts;
    if (first === undefined) return;
    const removals = mx.value.hosts.map((host) => removalOf(host, domain));
    const changes = ownChanges(existence, mx.value.nullMx ? removals : [...removals, nullMx]);
    const hosts = mx.value.hosts.map(({ name }) => `\`${name}\``).join(', ');
    findings.add('hosts', { domain, hosts }, { at: spanOf(first, domain), changes });
  },
});
