import { count } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

/** Every domain is forged now and then; a source with this many messages means it. */
const FEWEST = 100;

const STAFF = {
  from: 'example.com',
  ip: '198.51.100.1',
  count: 50,
  dkim: 'example.com google pass',
  spf: 'example.com pass',
} as const;
const FORGED = { from: 'example.com', ip: '192.0.2.66', count: 400, dkim: '', spf: 'bulk.example fail' } as const;

export default defineCheck({
  id: 'traffic/new-suspicious-source',
  title: 'No new address sends much in your name that is not yours',
  refs: [{ label: 'RFC 9989 §5.4', url: 'https://www.rfc-editor.org/rfc/rfc9989#section-5.4' }],
  why: 'An address that nothing ties to you and that sends in your name in numbers is either somebody posing as you, or a server of yours that nobody set up for DMARC: its mail is lost under an enforcing policy.',
  fix: 'Look the address up (`--lookup`). Is it yours, let it sign; is it not, an enforcing policy keeps it out.',
  needs: ['traffic'],
  messages: {
    source: {
      level: 'warning',
      text: '{ip} is new and sends as {from} what nothing ties to you: {messages} messages',
    },
  },
  examples: [
    {
      name: 'a spoofer who was not there before',
      traffic: [STAFF, FORGED],
      earlierTraffic: [STAFF],
      zone: '',
      expect: ['source'],
    },
    {
      name: 'one that was',
      traffic: [STAFF, FORGED],
      earlierTraffic: [STAFF, FORGED],
      zone: '',
      expect: [],
    },
    {
      name: 'nothing to compare with',
      traffic: [STAFF, FORGED],
      zone: '',
      expect: [],
      outcome: 'not-applicable',
    },
  ],
  evaluate({ traffic: { comparison } }, findings) {
    if (comparison === undefined) return findings.notApplicable('no earlier period was given (`--compare`)');
    for (const { id, headerFrom, after, newSources } of comparison.streams) {
      if (after?.class !== 'suspicious') continue;
      for (const { ip, messages } of newSources.largest)
        if (messages >= FEWEST)
          findings.add('source', { ip, from: headerFrom, messages: count(messages) }, { subject: id });
    }
  },
});
