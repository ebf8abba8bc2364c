import { replaceTerm } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';
import { proposal, proposalWithoutNodes } from './proposals.ts';
import { hasImpossibleDomain, isOwn, readRecords, reachableTerms } from './records.ts';

export default defineCheck({
  id: 'spf/include-target',
  title: 'Every include leads to an SPF record',
  refs: [{ label: 'RFC 7208 §5.2', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.2' }],
  why: 'Receivers do not pass over an include without a record: they answer permerror for every sender not listed in front of it. If the domain has run out, whoever registers it may send as you.',
  fix: 'Remove the include, or correct its domain',
  needs: ['spf'],
  considers: ['mx'],
  messages: {
    missing: { level: 'error', text: '`{include}` leads to a domain that does not exist, so SPF ends in permerror' },
    empty: { level: 'error', text: '`{include}` leads to a domain without an SPF record, so SPF ends in permerror' },
    host: {
      level: 'error',
      text: '`{include}` names a mail server and not a domain with an SPF record, so SPF ends in permerror',
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
    { name: 'an include of nothing', zone: '@ TXT "v=spf1 mx include:a.example -all"', expect: ['missing'] },
    {
      name: 'two includes of nothing',
      zone: '@ TXT "v=spf1 include:a.example include:b.example -all"',
      expect: ['missing', 'missing'],
    },
    {
      name: 'a domain without SPF',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "something else"',
      expect: ['empty'],
    },
    {
      name: 'a look-alike',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT " v=spf1 -all"',
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
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 include:b.example -all"',
      expect: ['missing'],
    },
    {
      name: 'a web address, which is another matter',
      zone: '@ TXT "v=spf1 include:http://a.example -all"',
      expect: [],
    },
    { name: 'an include behind all', zone: '@ TXT "v=spf1 -all include:a.example"', expect: [] },
    {
      name: 'a name server that fails',
      zone: '@ TXT "v=spf1 include:a.example -all"',
      servfail: ['a.example'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf, mx }, findings) {
    const mailServers = mx.state === 'found' ? mx.value.hosts.map(({ name }) => name) : [];
    for (const record of readRecords(spf)) {
      const includes = reachableTerms(record).filter(
        (node) => node.term.kind === 'include' && !hasImpossibleDomain(record, node),
      );
      const own = isOwn(spf, record);
      const nowhere = includes.filter(({ child }) => child?.state === 'none' && !mailServers.includes(child.domain));
      const without = own ? proposalWithoutNodes(record, nowhere) : [];
      for (const { child, span, term } of includes) {
        if (child?.state === 'failed') findings.inconclusive(child.reason);
        const include = term.text;
        if (child?.state === 'several') {
          const fix = `ask the owner of \`${child.domain}\` to put them into one`;
          findings.add('several', { include, count: child.texts.length }, { at: span, fix });
        }
        if (child?.state !== 'none') continue;
        if (mailServers.includes(child.domain)) {
          const meant = include.replace(/include/i, 'a');
          const changes = own ? proposal(record, replaceTerm(record.text.text, term, meant)) : [];
          findings.add('host', { include }, { at: span, fix: `write \`${meant}\``, changes });
          continue;
        }
        const fix = `remove ${own ? `\`${include}\`` : `the include that leads to the record of \`${record.domain}\``}`;
        findings.add(child.why === 'nxdomain' ? 'missing' : 'empty', { include }, { at: span, fix, changes: without });
      }
    }
  },
});
