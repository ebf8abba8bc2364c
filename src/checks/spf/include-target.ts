import { replaceTerm } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { proposal, proposalWithoutNodes, softening } from './proposals.ts';
import { hasImpossibleDomain, isOwn, isRelated, readRecords, reachableTerms } from './records.ts';
import { keysOf, termKey, unregisteredTerms } from './unregistered.ts';

export default defineCheck({
  id: 'spf/include-target',
  title: 'Every include leads to an SPF record',
  refs: [{ label: 'RFC 7208 §5.2', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.2' }],
  why: 'Receivers do not pass over an include without a record: they answer permerror for every sender not listed in front of it.',
  fix: 'Remove the include, or correct its domain',
  needs: ['spf'],
  considers: ['mx', 'spfTargets', 'parked'],
  messages: {
    missing: { level: 'error', text: '`{include}` leads to a domain that does not exist, so SPF ends in permerror' },
    empty: { level: 'error', text: '`{include}` leads to a domain without an SPF record, so SPF ends in permerror' },
    host: {
      level: 'error',
      text: '`{include}` names a host and not a domain with an SPF record, so SPF ends in permerror',
    },
    several: {
      level: 'error',
      text: '`{include}` leads to a domain with {count} SPF records, so SPF ends in permerror',
    },
  },
  examples: [
    {
      name: 'an include with a record',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 -all"',
      expect: [],
    },
    { name: 'an include of nothing', zone: '@ TXT "v=spf1 mx include:_a.example.com -all"', expect: ['missing'] },
    {
      name: 'two includes of nothing',
      zone: '@ TXT "v=spf1 include:_a.example.com include:_b.a.example -all"\na.example. NS ns.a.example.',
      expect: ['missing', 'missing'],
    },
    {
      name: 'a domain nobody holds, which is another matter',
      zone: 'example. NS ns.nic.example.\n@ TXT "v=spf1 include:a.example -all"',
      expect: [],
    },
    {
      name: 'a host that is no mail server',
      zone: '@ TXT "v=spf1 include:web.example.com -all"\nweb A 192.0.2.1',
      expect: ['host'],
    },
    {
      name: 'a domain with a web site, and no SPF',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. A 192.0.2.1',
      expect: ['empty'],
    },
    {
      name: 'a domain without SPF',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "something else"',
      expect: ['empty'],
    },
    {
      name: 'a mail server',
      zone: '@ TXT "v=spf1 include:mail.example.com -all"\n@ MX 10 mail\nmail A 192.0.2.1',
      expect: ['host'],
    },
    {
      name: 'a domain with two records',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 -all"\na.example. TXT "v=spf1 mx -all"',
      expect: ['several'],
    },
    {
      name: 'an include inside an include',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 include:b.a.example -all"',
      expect: ['missing'],
    },
    { name: 'a web address, another matter', zone: '@ TXT "v=spf1 include:http://a.example -all"', expect: [] },
    { name: 'an include behind all', zone: '@ TXT "v=spf1 -all include:a.example"', expect: [] },
    {
      name: 'a name server that fails',
      zone: '@ TXT "v=spf1 include:a.example -all"',
      servfail: ['a.example'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf, mx, spfTargets, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const mailServers = mx.state === 'found' ? mx.value.hosts.map(({ name }) => name) : [];
    const hosts = spfTargets.state === 'found' ? spfTargets.value.hosts : [];
    const said = keysOf(unregisteredTerms(spf, spfTargets));
    for (const record of readRecords(spf)) {
      const includes = reachableTerms(record).filter(
        (node) =>
          node.term.kind === 'include' && !hasImpossibleDomain(record, node) && !said.has(termKey(record.domain, node)),
      );
      const own = isOwn(spf, record);
      const isHost = (name: string): boolean => mailServers.includes(name) || hosts.includes(name);
      const nowhere = includes.filter(({ child }) => child?.state === 'none' && !isHost(child.domain));
      const without = own ? proposalWithoutNodes(record, nowhere) : [];
      for (const { child, span: at, term } of includes) {
        if (child?.state === 'failed' && !record.fatal) findings.inconclusive(child.reason);
        const include = term.text;
        if (child?.state === 'several') {
          const fix = `ask the owner of \`${child.domain}\` to put them into one`;
          findings.add('several', { include, count: child.texts.length }, { at, fix });
        }
        if (child?.state !== 'none') continue;
        if (isHost(child.domain)) {
          const meant = include.replace(/include/i, 'a');
          // A host of somebody else's may be anything; of our own we know that it is meant to send.
          const mayWrite = own && (mailServers.includes(child.domain) || isRelated(child.domain, spf.domain));
          const changes = mayWrite ? proposal(record, replaceTerm(record.text.text, term, meant)) : [];
          findings.add(
            'host',
            { include },
            { at, fix: `write \`${meant}\` if that host sends, or remove it`, changes },
          );
          continue;
        }
        const fix = `remove ${own ? `\`${include}\`${softening(record, without)}` : `the include that leads to the record of \`${record.domain}\``}`;
        findings.add(child.why === 'nxdomain' ? 'missing' : 'empty', { include }, { at, fix, changes: without });
      }
    }
  },
});
