import { defineCheck } from '../define-check.ts';
import { admitUnasked } from './server-views.ts';

/** Mail in a burst needs the record again and again within this time. Services answer for changing hosts with 60. */
const SHORTEST = 60;

const HOSTS = '@ SOA a h 1 7200 900 1209600 300\n@ NS a\na A 192.0.2.1';

export default defineCheck({
  id: 'dns/short-ttl',
  title: 'Records for mail are remembered for a minute at least',
  refs: [{ label: 'RFC 1912 §2.2', url: 'https://www.rfc-editor.org/rfc/rfc1912#section-2.2' }],
  why: 'With a TTL of seconds every receiver asks for the record anew with nearly every message. Each question is another chance that no answer comes in time, and SPF and DMARC cannot be judged then.',
  fix: 'Let the TTL be an hour to a day; a short one is meant for the hours before a change',
  needs: ['existence'],
  considers: ['delegation', 'text', 'mx', 'dkim'],
  messages: {
    short: { level: 'note', text: '{records} may be remembered for {seconds} seconds only' },
  },
  examples: [
    { name: 'an hour', ...worldOf(3600), expect: [] },
    { name: 'a minute', ...worldOf(60), expect: [] },
    { name: 'five seconds', ...worldOf(5), expect: ['short'] },
    { name: 'never', ...worldOf(0), expect: ['short'] },
    { name: 'never, by its zone file', zone: '@ 0 TXT "v=spf1 mx -all"', expect: ['short'] },
    {
      name: 'five seconds for everything in a zone file',
      zone: '@ 5 TXT "v=spf1 mx -all"\n@ 5 MX 0 .\ns1._domainkey 5 TXT "v=DKIM1; p="',
      selectors: ['s1'],
      expect: ['short'],
    },
    {
      name: 'a service’s key, which is its own affair',
      zone: 's1._domainkey CNAME s1.example.net.\ns1.example.net. 5 TXT "v=DKIM1; p="',
      selectors: ['s1'],
      expect: [],
      outcome: 'not-applicable',
    },
    {
      name: 'a server that is silent',
      ...worldOf(5),
      servers: { 'a.example.com': { failure: 'timeout' } },
      expect: ['short'],
    },
    {
      name: 'a server that is silent, and nothing in the zone file',
      zone: HOSTS,
      servers: { 'a.example.com': { failure: 'timeout' } },
      expect: [],
      outcome: 'inconclusive',
    },
    { name: 'no TXT records', zone: HOSTS, servers: {}, expect: [] },
    { name: 'a domain that has neither', zone: 'www A 192.0.2.1', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ delegation, text, mx, dkim }, findings) {
    const { domain } = findings;
    const servers = delegation.state === 'found' ? delegation.value.servers : [];
    if (servers.length > 0 && !servers.some(({ state }) => state === 'authoritative')) admitUnasked(servers, findings);
    const told = servers.flatMap((view) =>
      view.state === 'authoritative' && view.textTtl !== undefined ? [view.textTtl] : [],
    );
    const keys = dkim.state === 'found' ? dkim.value.selectors : [];
    const sets = [
      ...told.map((ttl) => ({ name: `${domain} TXT`, ttl })),
      // What is written down has its whole TTL; of any other answer a cache may have taken some. A CNAME leads to others.
      ...(text.state === 'found' && text.value.via.length === 0 && text.value.records[0]?.place !== undefined
        ? [{ name: `${domain} TXT`, ttl: text.value.ttl }]
        : []),
      ...(mx.state === 'found' && mx.value.place !== undefined ? [{ name: `${domain} MX`, ttl: mx.value.ttl }] : []),
      ...keys.flatMap(({ name, via, records: [record] }) =>
        record?.place === undefined || via.length > 0 ? [] : [{ name: `${name} TXT`, ttl: record.ttl }],
      ),
    ];
    if (sets.length === 0 && servers.length === 0)
      findings.notApplicable('whole TTLs are known from zone files, or from name servers that are asked one by one');
    const short = sets.filter(({ ttl }) => ttl < SHORTEST);
    if (short.length === 0) return;
    const names = new Set(short.map(({ name }) => `\`${name}\``));
    const seconds = Math.min(...short.map(({ ttl }) => ttl));
    findings.add('short', { records: [...names].join(', '), seconds });
  },
});

function worldOf(ttl: number) {
  return { zone: `${HOSTS}\n@ ${ttl} TXT "v=spf1 mx -all"`, servers: {} } as const;
}
