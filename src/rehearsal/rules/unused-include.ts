import { count, plural } from '../../core/format.ts';
import { ENOUGH_TO_TELL_USE, unusedIncludes } from '../unused-includes.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'rehearsal/unused-include',
  title: 'Every include of the record lets some mail pass',
  refs: [{ label: 'RFC 7208 §4.6.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4' }],
  why: 'An include nobody uses costs lookups, and lets all other customers of that service send as you.',
  fix: 'Ask who still sends through the service, and leave the include out where nobody does.',
  messages: {
    unused: {
      level: 'note',
      text: '`{include}` lets none of the {messages} messages pass that have `{domain}` in the envelope-from, and costs {cost}',
    },
  },
  evaluate({ rehearsed: { rehearsal } }, findings) {
    const { spf, planned } = rehearsal.change;
    if (rehearsal.spf === undefined) return findings.notApplicable('no SPF was evaluated');
    for (const { domain, use } of rehearsal.spf.envelopes) {
      if (!planned && !spf.has(domain)) continue;
      if (use === undefined || use.messages < ENOUGH_TO_TELL_USE) continue;
      for (const { node, lookups } of unusedIncludes(use)) {
        const cost = plural(lookups, 'lookup');
        const params = { include: node.term.text, messages: count(use.messages), domain, cost };
        findings.add('unused', params, { at: node.span, subject: domain });
      }
    }
  },
});
