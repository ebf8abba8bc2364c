import { count, percent } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';
import { enforcing } from './policy.ts';

export default defineCheck({
  id: 'traffic/failing-stream',
  title: 'Every stream of your own passes DMARC',
  refs: [{ label: 'RFC 9989 §5.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.4' }],
  why: 'Receivers treat mail that fails DMARC as the policy asks: under quarantine it lands in spam, under reject it is refused. A stream of your own that fails is lost the day the policy is enforced.',
  fix: 'Let the service sign with a DKIM key of the From domain, or use a return-path below it; then its mail is aligned.',
  needs: ['traffic'],
  messages: {
    enforced: {
      level: 'error',
      text: '{stream} from {from} fails DMARC under an enforcing policy: {failing} of {messages} messages ({share}), {why}',
    },
    monitored: {
      level: 'warning',
      text: '{stream} from {from} fails DMARC and would be lost under p=reject: {failing} of {messages} messages ({share}), {why}',
    },
  },
  examples: [
    {
      name: 'a help desk that signs as itself, under p=none',
      traffic: [
        {
          from: 'example.com',
          ip: '192.0.2.1',
          count: 40,
          dkim: 'zendesk.com zendesk1 pass',
          spf: 'acme.zendesk.com pass',
        },
      ],
      zone: '',
      expect: ['monitored'],
    },
    {
      name: 'the same under p=reject',
      traffic: [
        {
          from: 'example.com',
          ip: '192.0.2.1',
          count: 40,
          dkim: 'zendesk.com zendesk1 pass',
          spf: 'acme.zendesk.com pass',
        },
      ],
      policy: 'reject',
      zone: '',
      expect: ['enforced'],
    },
    {
      name: 'a service that signs as the domain',
      traffic: [
        {
          from: 'example.com',
          ip: '192.0.2.1',
          count: 40,
          dkim: 'example.com zendesk1 pass',
          spf: 'acme.zendesk.com pass',
        },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ traffic }, findings) {
    for (const stream of traffic.streams) {
      if (stream.class !== 'fixable') continue;
      const failing = stream.messages - stream.pass;
      findings.add(
        enforcing(traffic, stream.headerFrom) ? 'enforced' : 'monitored',
        {
          stream: stream.name,
          from: stream.headerFrom,
          failing: count(failing),
          messages: count(stream.messages),
          share: percent(failing, stream.messages),
          why: stream.why
            .slice(0, 2)
            .map(({ text }) => text)
            .join(', '),
        },
        { subject: stream.id },
      );
    }
  },
});
