import { defineCheck } from '../define-check.ts';
import { allReachableTerms, hasImpossibleDomain } from './records.ts';
import { keysOf, termKey, unregisteredTerms } from './unregistered.ts';

export default defineCheck({
  id: 'spf/redirect-target',
  title: 'A redirect leads to an SPF record',
  refs: [{ label: 'RFC 7208 §6.1', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-6.1' }],
  why: 'A redirect to a domain that has no SPF record, or more than one, is a permerror: mail from any server the record itself does not list fails to get an SPF result.',
  fix: 'Let the redirect name a domain with one SPF record, or replace it by `~all`',
  needs: ['spf'],
  considers: ['spfTargets'],
  messages: {
    missing: { level: 'error', text: '`{redirect}` leads to a domain that does not exist, so SPF ends in permerror' },
    empty: { level: 'error', text: '`{redirect}` leads to a domain without an SPF record, so SPF ends in permerror' },
    several: {
      level: 'error',
      text: '`{redirect}` leads to a domain with {count} SPF records, so SPF ends in permerror',
    },
  },
  examples: [
    {
      name: 'a redirect to a record',
      zone: '@ TXT "v=spf1 redirect=_spf.example.com"\n_spf TXT "v=spf1 mx ~all"',
      expect: [],
    },
    { name: 'a redirect to nowhere', zone: '@ TXT "v=spf1 redirect=_spf.example.com"', expect: ['missing'] },
    {
      name: 'a redirect to a host',
      zone: '@ TXT "v=spf1 redirect=mail.example.com"\nmail A 192.0.2.1',
      expect: ['empty'],
    },
    {
      name: 'a redirect to two records',
      zone: '@ TXT "v=spf1 redirect=s.example.com"\ns TXT "v=spf1 mx ~all"\ns TXT "v=spf1 a ~all"',
      expect: ['several'],
    },
    {
      name: 'a redirect to a domain nobody holds, which is another matter',
      zone: 'example. NS ns.nic.example.\n@ TXT "v=spf1 redirect=a.example"',
      expect: [],
    },
    { name: 'a redirect nobody follows', zone: '@ TXT "v=spf1 redirect=_spf.example.com ~all"', expect: [] },
    { name: 'a redirect that depends on the sender', zone: '@ TXT "v=spf1 redirect=%{l}.example.com"', expect: [] },
    {
      name: 'a name server that fails',
      zone: '@ TXT "v=spf1 redirect=s.example.com"',
      servfail: ['s.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf, spfTargets }, findings) {
    const said = keysOf(unregisteredTerms(spf, spfTargets));
    for (const { record, node } of allReachableTerms(spf)) {
      const { term, child, span } = node;
      if (term.kind !== 'redirect' || child === undefined || hasImpossibleDomain(record, node)) continue;
      const redirect = term.text;
      if (child.state === 'failed') findings.inconclusive(child.reason);
      if (child.state === 'several') findings.add('several', { redirect, count: child.texts.length }, { at: span });
      if (child.state !== 'none' || said.has(termKey(record.domain, node))) continue;
      findings.add(child.why === 'nxdomain' ? 'missing' : 'empty', { redirect }, { at: span });
    }
  },
});
