import { count } from '../../core/format.ts';
import { defineCheck } from '../define-check.ts';

/** Fewer messages than this are a test. */
const FEWEST = 10;

const STAFF = {
  from: 'example.com',
  ip: '198.51.100.1',
  count: 50,
  dkim: 'example.com google pass',
  spf: 'example.com pass',
} as const;

export default defineCheck({
  id: 'traffic/new-sender',
  title: 'Nobody sends as you who did not in the period before',
  refs: [{ label: 'RFC 9990 §2', url: 'https://www.rfc-editor.org/rfc/rfc9990#section-2' }],
  why: 'A new sender is a service somebody signed up for, or somebody who got hold of a key. One that fails DMARC loses its mail under an enforcing policy; one that passes speaks with the weight of your name.',
  fix: 'Find out who set it up; then either let it sign as the From domain, or take away what authorises it.',
  needs: ['traffic'],
  messages: {
    unnamed: {
      level: 'warning',
      text: 'a sender that nobody can name is new, and its mail passes as {from}: {stream}, {messages} messages',
    },
    failing: {
      level: 'warning',
      text: '{stream} from {from} is new, and fails DMARC: {failing} of {messages} messages',
    },
    named: {
      level: 'note',
      text: '{stream} from {from} is new: {messages} messages',
    },
  },
  examples: [
    {
      name: 'a key nobody knows',
      traffic: [STAFF, { ...STAFF, ip: '192.0.2.7', dkim: 'example.com x7 pass', spf: 'other.example fail' }],
      earlierTraffic: [STAFF],
      zone: '',
      expect: ['unnamed'],
    },
    {
      name: 'a help desk that signs as itself',
      traffic: [STAFF, { ...STAFF, ip: '192.0.2.7', dkim: 'zendesk.com zendesk1 pass', spf: 'acme.zendesk.com pass' }],
      earlierTraffic: [STAFF],
      zone: '',
      expect: ['failing'],
    },
    {
      name: 'a help desk that signs as the domain',
      traffic: [STAFF, { ...STAFF, ip: '192.0.2.7', dkim: 'example.com zendesk1 pass', spf: 'acme.zendesk.com pass' }],
      earlierTraffic: [STAFF],
      zone: '',
      expect: ['named'],
    },
    {
      name: 'the same senders as before',
      traffic: [STAFF],
      earlierTraffic: [STAFF],
      zone: '',
      expect: [],
    },
    {
      name: 'nothing to compare with',
      traffic: [STAFF],
      zone: '',
      expect: [],
      outcome: 'not-applicable',
    },
  ],
  evaluate({ traffic: { comparison } }, findings) {
    if (comparison === undefined) return findings.notApplicable('no earlier period was given (`--compare`)');
    for (const { id, name, headerFrom, provider, kind, after } of comparison.streams) {
      if (kind !== 'new' || after === undefined || after.messages < FEWEST) continue;
      const params = { stream: name, from: headerFrom, messages: count(after.messages) };
      if (after.class === 'fixable')
        findings.add('failing', { ...params, failing: count(after.messages - after.pass) }, { subject: id });
      else if (after.class === 'aligned')
        findings.add(provider === undefined ? 'unnamed' : 'named', params, { subject: id });
    }
  },
});
