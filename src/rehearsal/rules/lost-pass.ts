import { count, percent } from '../../core/format.ts';
import { whoseIs } from '../../streams/whose.ts';
import { MOST_LOST } from '../thresholds.ts';
import { defineRule } from './define-rule.ts';

export default defineRule({
  id: 'rehearsal/lost-pass',
  title: 'No stream of your own loses its DMARC pass',
  refs: [{ label: 'RFC 9989 §4.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-4.4' }],
  why: 'Where no policy is enforced the mail still arrives, and is lost the day one is. Large mailbox providers ask bulk senders for an aligned pass already.',
  fix: 'Set up DKIM for the stream before what it rests on is taken away.',
  messages: {
    lost: {
      level: 'warning',
      text: '{stream} from {from} would no longer pass DMARC: {lost} of {messages} messages ({share}), {why}',
    },
    'dkim-alone': {
      level: 'note',
      text: '{lost} messages of {stream} from {from} lose SPF and rest on DKIM alone',
    },
  },
  evaluate({ rehearsed: { rehearsal } }, findings) {
    for (const { stream, before, after, spf, why } of rehearsal.streams) {
      if (whoseIs(stream.class) !== 'ours') continue;
      const lost = after.fail - before.fail;
      const who = { stream: stream.name, from: stream.headerFrom };
      const isLost = lost > after.messages * MOST_LOST;
      if (isLost && after.refused + after.quarantined === 0) {
        const share = percent(lost, after.messages);
        const reason = why[0]?.text ?? '';
        const params = { ...who, lost: count(lost), messages: count(after.messages), share, why: reason };
        findings.add('lost', params, { subject: stream.id });
      } else if (!isLost && spf.lost > 0)
        findings.add('dkim-alone', { ...who, lost: count(spf.lost) }, { subject: stream.id });
    }
  },
});
