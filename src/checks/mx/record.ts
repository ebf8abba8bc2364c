import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { ownChanges } from './hosts.ts';
import { authorisesSenders } from './sending.ts';

export default defineCheck({
  id: 'mx/record',
  title: 'The domain says where its mail goes',
  refs: [
    { label: 'RFC 5321 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-5.1' },
    { label: 'RFC 7505 §3', url: 'https://www.rfc-editor.org/rfc/rfc7505#section-3' },
  ],
  why: 'Without an MX record mail goes to the address of the domain itself, which is usually a web server: bounces and replies wait there for days and are lost. A sender without even an address is refused by many receivers, because nobody can answer it.',
  fix: 'Publish an MX record that names the host that takes mail for the domain, or the null MX `0 .` where none does',
  needs: ['existence'],
  considers: ['mx', 'addresses', 'spf', 'zone', 'parked', 'sendingAddresses'],
  messages: {
    implicit: {
      level: 'note',
      text: '`{domain}` has no MX record, so mail for it is sent to its own address `{address}`',
    },
    unreachable: {
      level: 'error',
      text: 'SPF lets servers send as `{domain}`, which has neither MX nor address, so nobody can answer',
    },
  },
  examples: [
    { name: 'an MX', zone: '@ MX 10 mail\nmail A 192.0.2.1', expect: [] },
    { name: 'a null MX', zone: '@ MX 0 .', expect: [] },
    { name: 'a web site', zone: '@ NS ns\n@ A 192.0.2.1', expect: ['implicit'] },
    { name: 'a server that sends', zone: '@ A 192.0.2.1\n@ TXT "v=spf1 a -all"', expect: ['implicit'] },
    {
      name: 'a server that is said to send',
      zone: '@ NS ns\n@ A 192.0.2.1',
      sendingAddresses: ['192.0.2.1'],
      expect: ['implicit'],
    },
    {
      name: 'a host in somebody’s zone',
      zone: 'www A 192.0.2.1',
      domain: 'www.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'a sender that nobody can answer', zone: '@ TXT "v=spf1 ip4:192.0.2.1 -all"', expect: ['unreachable'] },
    { name: 'a domain that does nothing', zone: '@ NS ns\n@ TXT "v=spf1 -all"', expect: [], outcome: 'not-applicable' },
    {
      name: 'no such domain',
      zone: 'www A 192.0.2.1',
      domain: 'absent.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'a parked domain', parked: true, zone: '@ A 192.0.2.1', expect: [], outcome: 'not-applicable' },
    { name: 'a name server that fails', zone: '', servfail: ['example.com'], expect: [], outcome: 'inconclusive' },
  ],
  evaluate({ existence, mx, addresses, spf, zone, parked, sendingAddresses }, findings) {
    if (standsAside(parked, 'parked/mx', findings)) return;
    if (mx.state === 'found') return;
    const { domain } = findings;
    const authorises = spf.state === 'found' && authorisesSenders(spf.value.root);
    const sends = authorises || sendingAddresses.state === 'found';
    if (addresses.state === 'absent') {
      if (authorises) findings.add('unreachable', { domain });
      else findings.notApplicable('nothing sends for the domain, and nothing takes its mail');
      return;
    }
    if (!sends && zone.state === 'absent') {
      findings.notApplicable('a host, and not a domain for mail');
      return;
    }
    const address = [...addresses.value.ipv4, ...addresses.value.ipv6][0] ?? domain;
    const [value, fix] = sends
      ? [`10 ${domain}.`, 'say so with an MX record if mail is taken there, or name the host that takes it']
      : ['0 .', 'publish the null MX if the domain takes no mail, or an MX record that names the host that does'];
    const changes = ownChanges(existence, [{ kind: 'publish', name: domain, type: 'MX', value }]);
    findings.add('implicit', { domain, address }, { fix, changes });
  },
});
