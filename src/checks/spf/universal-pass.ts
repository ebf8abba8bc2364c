import { parseSpf, repairedSpf } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { textWithAllLast } from './moved-terms.ts';
import { passForAll, passingTerms } from './passing-terms.ts';
import { policyOf } from './policy.ts';
import { proposal, proposalWithoutNodes, softening } from './proposals.ts';
import { admitUnreadRecords, isOwn, type ReadRecord } from './records.ts';

export default defineCheck({
  id: 'spf/universal-pass',
  title: 'SPF does not let everyone pass',
  refs: [
    { label: 'RFC 7208 §5.1', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-5.1' },
    { label: 'RFC 7208 §11.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-11.4' },
  ],
  why: 'A term that matches every address tells receivers that all the world may send in the name of the domain. Such mail passes SPF, and with it DMARC.',
  fix: 'End the record in `~all` or `-all`, and leave out every term that matches any address',
  needs: ['spf'],
  considers: ['spfWithAllLast', 'parked'],
  messages: {
    all: { level: 'error', text: '`{all}` lets every server in the world send as `{domain}`' },
    include: {
      level: 'error',
      text: '`{include}` lets every server in the world send as `{domain}`, because its record holds `{all}`',
    },
    exists: {
      level: 'error',
      text: '`{exists}` matches for every sender, because the name has an address and no macro in it',
    },
  },
  examples: [
    { name: '~all', zone: '@ TXT "v=spf1 mx ~all"', expect: [] },
    { name: '+all', zone: '@ TXT "v=spf1 mx +all"', expect: ['all'] },
    { name: 'a blank inside -all, which is another matter', zone: '@ TXT "v=spf1 mx - all"', expect: [] },
    { name: 'a bare all', zone: '@ TXT "v=spf1 all"', expect: ['all'] },
    {
      name: 'an all in front of what sends',
      zone: '@ TXT "v=spf1 all a mx"\n@ A 192.0.2.1\n@ MX 10 mail\nmail A 192.0.2.2',
      expect: ['all'],
    },
    {
      name: 'a redirect to +all',
      zone: '@ TXT "v=spf1 redirect=a.example"\na.example. TXT "v=spf1 +all"',
      expect: ['all'],
    },
    {
      name: 'an include with +all',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 +all"',
      expect: ['include'],
    },
    {
      name: 'an include below an include',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 include:b.example -all"\nb.example. TXT "v=spf1 all"',
      expect: ['include'],
    },
    {
      name: 'an include that only makes neutral',
      zone: '@ TXT "v=spf1 ?include:a.example -all"\na.example. TXT "v=spf1 +all"',
      expect: [],
    },
    {
      name: 'an include with ?all',
      zone: '@ TXT "v=spf1 include:a.example -all"\na.example. TXT "v=spf1 ?all"',
      expect: [],
    },
    {
      name: 'an exists without macro',
      zone: '@ TXT "v=spf1 exists:mail.example.com -all"\nmail A 192.0.2.1',
      expect: ['exists'],
    },
    { name: 'an exists with macro', zone: '@ TXT "v=spf1 exists:%{i}.spf.example.com -all"', expect: [] },
    {
      name: 'an include that cannot be read',
      zone: '@ TXT "v=spf1 include:a.example -all"',
      servfail: ['a.example'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf, spfWithAllLast, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    admitUnreadRecords(spf, findings);
    const { domain } = spf;
    const policy = policyOf(spf.root);
    if (policy.state === 'all' && policy.sign === '+' && isMeant(policy.record)) {
      const { record, node } = policy;
      const value = textWithAllLast(record, spfWithAllLast.state === 'found' ? spfWithAllLast.value : undefined);
      const changes = isOwn(spf, record) && value !== undefined ? proposal(record, value) : [];
      findings.add('all', { all: node.term.text, domain }, { at: node.span, changes });
    }
    for (const { record, node } of passingTerms(spf.root)) {
      const { term, span, child } = node;
      const without = () => (isOwn(spf, record) ? proposalWithoutNodes(record, [node]) : []);
      if (term.kind === 'exists' && node.exists?.state === 'found') {
        findings.add('exists', { exists: term.text }, { at: span, changes: without() });
      }
      const inner = term.kind === 'include' && child !== undefined ? passForAll(child) : undefined;
      if (inner !== undefined) {
        const changes = without();
        const removal = `remove \`${term.text}\`${softening(record, changes)}`;
        const fix = `${removal}; or ask its owner why its record holds \`${inner}\``;
        findings.add('include', { include: term.text, domain, all: inner }, { at: span, fix, changes });
      }
    }
  },
});

/** Whether the record lets everyone pass when its errors are mended, too: the `all` of `- all` is half a term. */
function isMeant({ parsed }: ReadRecord): boolean {
  if (parsed.problems.length === 0) return true;
  const all = parseSpf(repairedSpf(parsed)).value.terms.find(({ kind }) => kind === 'all');
  return all?.kind !== 'all' || all.qualifier === '+';
}
