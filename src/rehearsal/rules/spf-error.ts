import { count } from '../../core/format.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'rehearsal/spf-error',
  title: 'SPF comes to a result for every source of your own',
  refs: [{ label: 'RFC 7208 §4.6.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4' }],
  why: 'An evaluation that ends in permerror authorises nobody, whatever stands further on in the record.',
  fix: 'Take out what is dead, and what no mail uses; `sendaudit spf optimise` proposes a record.',
  messages: {
    planned: {
      level: 'error',
      text: 'SPF of {domain} would end in permerror for {messages} of your own messages: {reason}',
    },
    present: {
      level: 'error',
      text: 'SPF of {domain} ends in permerror for {messages} of your own messages: {reason}',
    },
  },
  evaluate({ rehearsed: { rehearsal } }, findings) {
    if (rehearsal.spf === undefined) return findings.notApplicable('no SPF was evaluated');
    for (const { domain, changed, errors } of rehearsal.spf.envelopes) {
      const { ours, reason = '' } = errors.after;
      if (ours === 0) continue;
      findings.add(changed ? 'planned' : 'present', { domain, messages: count(ours), reason }, { subject: domain });
    }
  },
});
