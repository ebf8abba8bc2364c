import { SPF_LIMITS } from '../../spf/limits.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { certainVoids, deadName, deadTerms, isDeadHost, voidLookups } from './dead-terms.ts';
import { proposalWithoutNodes } from './proposals.ts';
import { admitUnanswered, isOwn, reachableTerms, readRecords } from './records.ts';
import { keysOf, termKey, unregisteredTerms } from './unregistered.ts';

export default defineCheck({
  id: 'spf/dead-names',
  title: 'Every name in SPF still leads somewhere',
  refs: [
    { label: 'RFC 7208 §4.6.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4' },
    { label: 'RFC 7208 §11.1', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-11.1' },
  ],
  why: 'A name that leads nowhere authorises nobody and uses up one of the two empty lookups receivers grant.',
  fix: 'Remove the term, or give the name its address back',
  needs: ['spf'],
  considers: ['spfTargets', 'parked'],
  messages: {
    missing: { level: 'warning', text: '`{term}` names `{name}`, which does not exist' },
    empty: { level: 'warning', text: '`{term}` names `{name}`, which has no {what}' },
    host: { level: 'warning', text: '`{term}` counts on the MX host `{name}`, which has no address' },
    elsewhere: { level: 'note', text: '`{term}` in the record of `{domain}` names `{name}`, which leads nowhere' },
  },
  examples: [
    {
      name: 'names that exist',
      zone: '@ TXT "v=spf1 mx a:old.example.com exists:ok.example.com -all"\n@ MX 10 mail\nmail A 192.0.2.2\nold AAAA 2001:db8::3\nok A 127.0.0.2',
      expect: [],
    },
    { name: 'a host that is gone', zone: '@ TXT "v=spf1 a:old.example.com -all"', expect: ['missing'] },
    { name: 'a domain without address and MX', zone: '@ TXT "v=spf1 a mx -all"', expect: ['empty', 'empty'] },
    { name: 'a dead exists', zone: '@ TXT "v=spf1 exists:old.example.com -all"', expect: ['missing'] },
    {
      name: 'a dead MX host elsewhere',
      zone: '@ TXT "v=spf1 mx:example.net -all"\nexample.net. MX 10 old.example.net.\nexample.net. MX 20 mail.example.net.\nmail.example.net. A 192.0.2.1',
      expect: ['host'],
    },
    {
      name: 'a dead MX host of the domain itself, which is another matter',
      zone: '@ TXT "v=spf1 mx -all"\n@ MX 10 mail',
      expect: [],
    },
    {
      name: 'a dead name inside an include',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 a:old.a.example -all"',
      expect: ['elsewhere'],
    },
    {
      name: 'a name in a domain nobody holds, which is another matter',
      zone: 'example. NS ns.nic.example.\n@ TXT "v=spf1 a:old.a.example -all"',
      expect: [],
    },
    {
      name: 'three dead names, which is another matter',
      zone: '@ TXT "v=spf1 a:x.example.com a:y.example.com a:z.example.com -all"',
      expect: [],
      outcome: 'not-applicable',
    },
    { name: 'a name that depends on the sender', zone: '@ TXT "v=spf1 exists:%{i}.spf.example.com -all"', expect: [] },
    {
      name: 'a name that cannot be asked',
      zone: '@ TXT "v=spf1 a:x.example.com -all"',
      servfail: ['x.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf, spfTargets, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    if (certainVoids(voidLookups(spf, 4)).length > SPF_LIMITS.voids) {
      findings.notApplicable('they are too many, see spf/void-lookups');
      return;
    }
    admitUnanswered(spf, findings);
    const said = keysOf(unregisteredTerms(spf, spfTargets));
    for (const record of readRecords(spf)) {
      const own = isOwn(spf, record);
      const dead = deadTerms(record).filter((node) => !said.has(termKey(record.domain, node)));
      const changes = own ? proposalWithoutNodes(record, dead) : [];
      for (const node of dead) {
        const lookup = deadName(node);
        if (lookup === undefined) continue;
        const { name, status } = lookup;
        const term = node.term.text;
        if (!own) {
          const fix = `ask the owner of \`${record.domain}\` to remove it`;
          findings.add('elsewhere', { term, domain: record.domain, name }, { at: node.span, fix });
        } else if (status === 'nxdomain') findings.add('missing', { term, name }, { at: node.span, changes });
        else {
          const what = node.term.kind === 'mx' ? 'MX record' : 'address';
          findings.add('empty', { term, name, what }, { at: node.span, changes });
        }
      }
      for (const node of own ? reachableTerms(record) : []) {
        // The domain's own MX hosts are looked at with its MX records.
        const elsewhere = node.target?.state === 'constant' && node.target.name !== spf.domain;
        if (node.term.kind !== 'mx' || !elsewhere || said.has(termKey(record.domain, node))) continue;
        for (const { name } of node.hosts?.filter((host) => isDeadHost(host)) ?? []) {
          const fix = `remove the MX record for \`${name}\` at \`${node.target?.name}\``;
          findings.add('host', { term: node.term.text, name }, { at: node.span, fix });
        }
      }
    }
  },
});
