import { count } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  id: 'traffic/spf-only-stream',
  title: 'No stream rests on SPF alone',
  refs: [{ label: 'RFC 9989 §8', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-8' }],
  why: 'Forwarding breaks SPF and leaves DKIM alone. A stream that passes DMARC by SPF only loses every forwarded copy once the policy is enforced.',
  fix: 'Let the service sign with a DKIM key of the From domain.',
  needs: ['traffic'],
  messages: {
    unsigned: {
      level: 'warning',
      text: '{stream} from {from} passes DMARC by SPF alone: none of its {messages} messages has an aligned signature',
    },
  },
  examples: [
    {
      name: 'a server that does not sign',
      traffic: [{ from: 'example.com', ip: '192.0.2.1', count: 12, dkim: '', spf: 'example.com pass' }],
      zone: '',
      expect: ['unsigned'],
    },
    {
      name: 'a server that signs',
      traffic: [
        { from: 'example.com', ip: '192.0.2.1', count: 12, dkim: 'example.com s2026 pass', spf: 'example.com pass' },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ traffic }, findings) {
    for (const { id, name, class: streamClass, headerFrom, messages, dkimAligned, spfAligned } of traffic.streams)
      if (streamClass === 'aligned' && dkimAligned === 0 && spfAligned > 0)
        findings.add('unsigned', { stream: name, from: headerFrom, messages: count(messages) }, { subject: id });
  },
});
