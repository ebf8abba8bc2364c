import { defineCheck } from '../define-check.ts';
import { admitUnasked } from './server-views.ts';

/** Mail in a burst needs the record again and again within this time. Services answer for changing hosts with 60. */
const SHORTEST = 60;

export default defineCheck({
  id: 'dns/short-ttl',
  title: 'Records for mail are remembered for a minute at least',
  refs: [{ label: 'RFC 1912 §2.2', url: 'https://www.rfc-editor.org/rfc/rfc1912#section-2.2' }],
  why: 'With a TTL of seconds every receiver asks for the record anew with nearly every message. Each question is another chance that no answer comes in time, and SPF and DMARC cannot be judged then.',
  fix: 'Let the TTL be an hour to a day; a short one is meant for the hours before a change',
  needs: ['delegation'],
  messages: {
    short: { level: 'note', text: 'The TXT records of `{domain}` may be remembered for {seconds} seconds only' },
  },
  examples: [
    { name: 'an hour', ...worldOf(3600), expect: [] },
    { name: 'a minute', ...worldOf(60), expect: [] },
    { name: 'five seconds', ...worldOf(5), expect: ['short'] },
    { name: 'never', ...worldOf(0), expect: ['short'] },
    {
      name: 'a server that is silent',
      ...worldOf(5),
      servers: { 'a.example.com': { failure: 'timeout' } },
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'no TXT records',
      zone: '@ SOA a h 1 7200 900 1209600 300\n@ NS a\na A 192.0.2.1',
      servers: {},
      expect: [],
    },
  ],
  evaluate({ delegation: { servers } }, findings) {
    const { domain } = findings;
    if (!servers.some(({ state }) => state === 'authoritative')) admitUnasked(servers, findings);
    const ttls = servers.flatMap((view) =>
      view.state === 'authoritative' && view.textTtl !== undefined ? [view.textTtl] : [],
    );
    const seconds = Math.min(...ttls);
    if (seconds < SHORTEST) findings.add('short', { domain, seconds });
  },
});

function worldOf(ttl: number) {
  const zone = `@ SOA a h 1 7200 900 1209600 300\n@ NS a\na A 192.0.2.1\n@ ${ttl} TXT "v=spf1 mx -all"`;
  return { zone, servers: {} } as const;
}
