import { count, plural } from '../../core/format.ts';
import { advice } from '../../replies/advice.ts';
import type { ReplyClass } from '../../replies/class.ts';
import { defineCheck } from '../define-check.ts';

const LISTED: ReadonlySet<ReplyClass> = new Set(['ip-blocked', 'domain-blocked', 'link-blocked']);

export default defineCheck({
  id: 'delivery/blocklisted',
  title: 'No receiver finds the sender on a block list',
  refs: [{ label: 'RFC 5782', url: 'https://www.rfc-editor.org/rfc/rfc5782' }],
  why: 'One list is asked by thousands of receivers: what one of them says holds for all that ask the same list, and goes on until the cause is gone and the entry removed.',
  fix: 'Find the list in the reply, look the address or domain up there, remove the cause, and only then ask for removal.',
  needs: ['delivery'],
  messages: {
    listed: { level: 'error', text: '{refused} from {stream} refused over a block list, by {receivers}: {reply}' },
  },
  examples: [
    {
      name: 'an address on a list many ask',
      deliveries: [
        {
          kind: 'bounced',
          count: 3,
          reply:
            '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.1',
        },
      ],
      zone: '',
      expect: ['listed'],
    },
    {
      name: 'a full mailbox',
      deliveries: [{ kind: 'bounced', reply: '552 5.2.2 Mailbox full' }],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ delivery }, findings) {
    for (const { label, parts, reasons } of delivery.sections) {
      const those = reasons.filter((reason) => LISTED.has(reason.class));
      const [first] = those;
      if (first === undefined) continue;
      const receivers = parts.filter((part) => part.reasons.some((reason) => LISTED.has(reason.class)));
      const others = receivers.length - 1;
      findings.add(
        'listed',
        {
          refused: plural(
            those.reduce((sum, reason) => sum + reason.count, 0),
            'attempt',
          ),
          stream: label.name,
          receivers: `${receivers[0]?.label.name ?? 'a receiver'}${others > 0 ? ` and ${count(others)} more` : ''}`,
          reply: `“${first.text}”`,
        },
        { subject: label.id, fix: advice[first.class].advice },
      );
    }
  },
});
