import { count, percent } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

/** Signatures break on the way now and then; more than this comes from the sender. */
const TOLERATED = 0.01;
/** With fewer messages a share says nothing. */
const FEWEST = 100;

export default defineCheck({
  id: 'traffic/broken-signature',
  title: 'Signatures of your own streams verify',
  refs: [{ label: 'RFC 6376 §6.1', url: 'https://www.rfc-editor.org/rfc/rfc6376#section-6.1' }],
  why: 'A signature that does not verify counts as none: mail then rests on SPF alone, and forwarded copies fail DMARC.',
  fix: 'Compare the published key with the one the service signs with, and look for a gateway that changes mail after it is signed.',
  needs: ['traffic'],
  messages: {
    broken: {
      level: 'warning',
      text: '{share} of {messages} messages of {stream} from {from} carry a signature that does not verify',
    },
  },
  examples: [
    {
      name: 'a gateway that rewrites one message in ten',
      traffic: [
        { from: 'example.com', ip: '192.0.2.1', count: 900, dkim: 'example.com s2026 pass', spf: 'example.com pass' },
        { from: 'example.com', ip: '192.0.2.1', count: 100, dkim: 'example.com s2026 fail', spf: 'example.com pass' },
      ],
      zone: '',
      expect: ['broken'],
    },
    {
      name: 'signatures that verify',
      traffic: [
        { from: 'example.com', ip: '192.0.2.1', count: 900, dkim: 'example.com s2026 pass', spf: 'example.com pass' },
      ],
      zone: '',
      expect: [],
    },
  ],
  evaluate({ traffic }, findings) {
    for (const stream of traffic.streams) {
      if (stream.class !== 'aligned' && stream.class !== 'fixable') continue;
      const { brokenSignatures, messages } = stream;
      if (messages < FEWEST || brokenSignatures / messages <= TOLERATED) continue;
      const params = {
        share: percent(brokenSignatures, messages),
        messages: count(messages),
        stream: stream.name,
        from: stream.headerFrom,
      };
      findings.add('broken', params, { subject: stream.id });
    }
  },
});
