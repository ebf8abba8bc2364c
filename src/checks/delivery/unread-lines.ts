import { count, percent } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

/** Other programs' lines are known as such; what is left is a format nobody described. */
const TOO_MANY = 0.05;

export default defineCheck({
  id: 'delivery/unread-lines',
  title: 'The log is understood',
  refs: [{ label: 'RFC 5424 §6', url: 'https://www.rfc-editor.org/rfc/rfc5424#section-6' }],
  why: 'What is not understood is not counted: every figure of this report may be too low.',
  fix: 'Look at the samples under “Not understood”: a custom template wants another stamp, a table wants --map, a word in it wants its meaning in kind.values of the mapping, another format wants --log-format.',
  needs: ['delivery'],
  messages: {
    many: { level: 'warning', text: '{unread} of {lines} lines were not understood ({share})' },
  },
  examples: [
    {
      name: 'a template of its own',
      deliveries: [{ kind: 'delivered', count: 90 }],
      unreadLines: 10,
      zone: '',
      expect: ['many'],
    },
    {
      name: 'a line that was cut off',
      deliveries: [{ kind: 'delivered', count: 90 }],
      unreadLines: 1,
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery: { unread, lines } }, findings) {
    if (unread.count === 0 || unread.count / lines < TOO_MANY) return;
    findings.add('many', {
      unread: count(unread.count),
      lines: count(lines),
      share: percent(unread.count, lines),
    });
  },
});
