import { spfLookAlike } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { firstRecord } from './first-record.ts';

export default defineCheck({
  id: 'spf/record',
  title: 'The domain publishes an SPF record',
  refs: [
    { label: 'RFC 7208 §3', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-3' },
    { label: 'RFC 7208 §10.1.2', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-10.1.2' },
  ],
  why: 'Without a record nothing tells your mail from a forgery in the name of your domain, so large receivers refuse it or file it as spam. A domain that sends nothing needs one as well: it is as good as any other to forge.',
  fix: 'Publish one TXT record at the domain that names everything that sends for it; `v=spf1 -all` where nothing does',
  needs: ['existence'],
  considers: [
    'spf',
    'text',
    'mx',
    'zone',
    'parked',
    'misplacedSpf',
    'providers',
    'sendingAddresses',
    'danglingAlias',
    'legacySpf',
  ],
  messages: {
    missing: { level: 'error', text: '`{domain}` takes mail but publishes no SPF record' },
    unprotected: {
      level: 'warning',
      text: '`{domain}` publishes no SPF record, so forgeries in its name look like any mail',
    },
    misplaced: {
      level: 'error',
      text: '`{domain}` has no SPF record, and nobody looks for the one at `{name}`',
    },
    host: {
      level: 'note',
      text: '`{domain}` has no SPF record of its own, and SPF is not inherited from a parent domain',
    },
  },
  examples: [
    { name: 'a record', zone: '@ TXT "v=spf1 mx ~all"\n@ MX 10 mail\nmail A 192.0.2.1', expect: [] },
    { name: 'two records, which are another matter', zone: '@ TXT "v=spf1 -all"\n@ TXT "v=spf1 mx -all"', expect: [] },
    { name: 'a domain with an MX and no record', zone: '@ NS ns\n@ MX 10 mail\nmail A 192.0.2.1', expect: ['missing'] },
    { name: 'other TXT records only', zone: '@ TXT "site-verification=1"\n@ MX 10 mail', expect: ['missing'] },
    {
      name: 'an MX that only takes mail, for mail comes from elsewhere',
      zone: '@ MX 1 smtp.google.com.\n_spf.google.com. TXT "v=spf1 -all"',
      expect: ['missing'],
    },
    { name: 'a gateway', zone: '@ MX 10 eu-smtp-inbound-1.mimecast.com.', expect: ['missing'] },
    {
      name: 'a domain whose mail leaves from another address',
      zone: '@ NS ns\n@ MX 10 mail\nmail A 192.0.2.1',
      sendingAddresses: ['192.0.2.1', '192.0.2.7', '2001:db8::7'],
      expect: ['missing'],
    },
    { name: 'a null MX', zone: '@ NS ns\n@ MX 0 .', expect: ['unprotected'] },
    { name: 'a web site', zone: '@ NS ns\n@ A 192.0.2.1', expect: ['unprotected'] },
    {
      name: 'a record beside the domain',
      zone: '@ MX 10 mail\nmail A 192.0.2.1\n_spf TXT "v=spf1 mx ~all"',
      expect: ['misplaced'],
    },
    {
      name: 'a host that says it sends nothing',
      zone: '@ NS ns\n@ A 192.0.2.1\nwww TXT "v=spf1 -all"',
      expect: ['unprotected'],
    },
    { name: 'a host in somebody’s zone', zone: 'www A 192.0.2.1', domain: 'www.example.com', expect: ['host'] },
    { name: 'an alias', zone: 'www CNAME web\nweb A 192.0.2.1', domain: 'www.example.com', expect: ['host'] },
    {
      name: 'an alias into a domain that is gone',
      zone: 'net. NS ns.nic.net.\nwww CNAME a.gone.net.',
      domain: 'www.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'a parked domain', parked: true, zone: '@ MX 0 .', expect: [], outcome: 'not-applicable' },
    { name: 'a record with a blank in front', zone: '@ TXT " v=spf1 -all"', expect: [], outcome: 'not-applicable' },
    {
      name: 'no such domain',
      zone: 'www A 192.0.2.1',
      domain: 'absent.example.com',
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'a name server that fails', zone: '', servfail: ['example.com'], expect: [], outcome: 'inconclusive' },
  ],
  evaluate({ existence, spf, text, mx, zone, parked, misplacedSpf, danglingAlias, ...others }, findings) {
    if (spf.state === 'found' || standsAside(parked, 'parked/spf', findings)) return;
    const texts = text.state === 'found' ? text.value.records.map((record) => spfLookAlike(record.text)) : [];
    if (texts.some((lookAlike) => lookAlike?.replacement !== undefined)) {
      findings.notApplicable('there is a record meant as one, see spf/version');
      return;
    }
    if (danglingAlias.state === 'found' && danglingAlias.value.lapsed.state === 'found') {
      findings.notApplicable('the domain is an alias into a domain that does not exist, see spf/alias');
      return;
    }
    const { domain } = findings;
    const takesMail = mx.state === 'found' && mx.value.hosts.length > 0;
    const key = takesMail ? 'missing' : zone.state === 'found' || mx.state === 'found' ? 'unprotected' : 'host';
    // Beside a CNAME no other record may stand (RFC 1034 §3.6.2).
    const alias = existence.alias.at(-1);
    if (alias !== undefined) {
      findings.add(key, { domain }, { fix: `publish the record at \`${alias}\`, to which \`${domain}\` is an alias` });
      return;
    }
    if (misplacedSpf.state === 'found') {
      const { name, text: value } = misplacedSpf.value;
      const fix = `publish the record of \`${name}\` at \`${domain}\``;
      findings.add(
        'misplaced',
        { domain, name },
        { fix, changes: [{ kind: 'publish', name: domain, type: 'TXT', value }] },
      );
      return;
    }
    const { fix, value } = firstRecord(domain, key === 'host', { mx, ...others });
    const changes = value === undefined ? [] : [{ kind: 'publish', name: domain, type: 'TXT', value } as const];
    findings.add(key, { domain }, { fix, changes });
  },
});
