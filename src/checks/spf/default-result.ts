import { replaceTerm } from '../../protocols/spf.ts';
import { defineCheck } from '../define-check.ts';
import { standsAside } from '../parked/aside.ts';
import { policyOf } from './policy.ts';
import { proposal } from './proposals.ts';
import { isOwn, spanIn } from './records.ts';

export default defineCheck({
  id: 'spf/default-result',
  title: 'SPF says what to do with mail from anywhere else',
  refs: [
    { label: 'RFC 7208 §4.7', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.7' },
    { label: 'RFC 7208 §8.2', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-8.2' },
  ],
  why: 'Neutral means "I do not say": receivers must treat it exactly as if there were no record, so forgeries in the name of the domain look like any other mail.',
  fix: 'End the record in `~all`; in `-all` where the domain sends no mail at all',
  needs: ['spf'],
  considers: ['parked'],
  messages: {
    implicit: {
      level: 'warning',
      text: 'The record of `{domain}` ends in neither `all` nor `redirect`, so any other sender is neutral',
    },
    neutral: { level: 'warning', text: '`{all}` says nothing about senders that are not listed' },
  },
  examples: [
    { name: '~all', zone: '@ TXT "v=spf1 mx ~all"', expect: [] },
    { name: '-all', zone: '@ TXT "v=spf1 -all"', expect: [] },
    {
      name: 'a redirect to a record with all',
      zone: '@ TXT "v=spf1 redirect=_spf.example.com"\n_spf TXT "v=spf1 mx ~all"',
      expect: [],
    },
    {
      name: 'a redirect to a record without',
      zone: '@ TXT "v=spf1 redirect=_spf.example.com"\n_spf TXT "v=spf1 mx"',
      expect: ['implicit'],
    },
    { name: 'no all', zone: '@ TXT "v=spf1 mx"', expect: ['implicit'] },
    { name: 'nothing at all', zone: '@ TXT "v=spf1"', expect: ['implicit'] },
    { name: '?all', zone: '@ TXT "v=spf1 mx ?all"', expect: ['neutral'] },
    { name: 'an all that is glued to another term', zone: '@ TXT "v=spf1 ip4:192.0.2.1-all"', expect: [] },
    {
      name: 'a redirect that cannot be read',
      zone: '@ TXT "v=spf1 redirect=_spf.example.com"',
      servfail: ['_spf.example.com'],
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ spf, parked }, findings) {
    if (standsAside(parked, 'parked/spf', findings)) return;
    if (spf.root.state === 'several') findings.notApplicable('there is more than one record');
    const policy = policyOf(spf.root);
    if (policy.state === 'unknown') findings.inconclusive(policy.reason);
    if (policy.state !== 'all' && policy.state !== 'implicit') return;
    const { record } = policy;
    const { text } = record.text;
    const own = isOwn(spf, record);
    if (policy.state === 'all') {
      if (policy.sign !== '?') return;
      const { term } = policy.node;
      const changes = own ? proposal(record, replaceTerm(text, term, '~all')) : [];
      findings.add('neutral', { all: term.text }, { at: policy.node.span, changes });
      return;
    }
    const changes = own ? proposal(record, `${text.trimEnd()} ${record.terms.length === 0 ? '-all' : '~all'}`) : [];
    findings.add('implicit', { domain: record.domain }, { at: spanIn(record), changes });
  },
});
