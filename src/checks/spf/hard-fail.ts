import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { policyOf } from './policy.ts';

export default defineCheck({
  id: 'spf/hard-fail',
  title: 'SPF leaves the verdict on forwarded mail to DMARC',
  refs: [
    { label: 'RFC 9989 §7.1', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-7.1' },
    { label: 'RFC 7208 §8.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-8.4' },
  ],
  why: 'Some receivers refuse mail for `-all` as soon as SPF fails, before they look at DKIM. Forwarded mail with a good signature is lost that way, and no DMARC report tells of it. With `~all` DMARC decides, and protects as well.',
  fix: 'Where a DMARC policy protects the domain, `~all` is enough; keep `-all` if you want SPF alone to decide',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    early: {
      level: 'note',
      text: '`{all}` lets receivers refuse mail on SPF alone, forwarded mail first, before DMARC looks at DKIM',
    },
  },
  examples: [
    { name: '~all', zone: '@ TXT "v=spf1 mx ~all"', expect: [] },
    { name: '-all of a domain that sends', zone: '@ TXT "v=spf1 mx -all"', expect: ['early'] },
    { name: '-all of a domain that sends nothing', zone: '@ TXT "v=spf1 -all"', expect: [] },
    {
      name: '-all behind a redirect',
      zone: '@ TXT "v=spf1 redirect=_spf.example.com"\n_spf TXT "v=spf1 mx -all"',
      expect: ['early'],
    },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    const policy = policyOf(spf.root);
    if (policy.state !== 'all' || policy.sign !== '-') return;
    const { record, node } = policy;
    const sends = record.terms.some(({ term }) => 'qualifier' in term && term.kind !== 'all' && term.qualifier === '+');
    if (!sends) return;
    // No change is proposed: without a DMARC policy in force `-all` is the only protection there is.
    findings.add('early', { all: node.term.text }, { at: node.span });
  },
});
