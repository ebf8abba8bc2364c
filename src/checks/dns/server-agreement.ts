import type { Fact } from '../../core/facts.ts';
import type { ServerView } from '../../sources/delegation.ts';
import { defineCheck } from '../define-check.ts';
import { admitUnasked } from './server-views.ts';

export default defineCheck({
  id: 'dns/server-agreement',
  title: 'All name servers give the same answers',
  refs: [
    { label: 'RFC 1034 §4.3.5', url: 'https://www.rfc-editor.org/rfc/rfc1034#section-4.3.5' },
    { label: 'RFC 1912 §2.2', url: 'https://www.rfc-editor.org/rfc/rfc1912#section-2.2' },
  ],
  why: 'Which server a receiver asks is a matter of chance. Where they differ, the same mail passes SPF and DMARC at one receiver and fails at the next, and nobody can reproduce it.',
  fix: 'Wait for the transfer of the zone, or look why it fails: the serial number must grow with every change, and the secondary servers must be allowed to fetch the zone',
  needs: ['delegation'],
  messages: {
    spf: { level: 'warning', text: 'The name servers of `{domain}` give different SPF records: {views}' },
    dmarc: { level: 'warning', text: 'The name servers of `{domain}` give different DMARC records: {views}' },
    servers: { level: 'note', text: 'The name servers of `{domain}` name different name servers: {views}' },
    serial: { level: 'note', text: 'The name servers of `{domain}` hold different versions of the zone: {views}' },
  },
  examples: [
    { name: 'two alike', zone: zoneWith(), servers: { 'b.example.com': zoneWith() }, expect: [] },
    {
      name: 'an old copy',
      zone: zoneWith(),
      servers: { 'b.example.com': zoneWith({ serial: 1 }) },
      expect: ['serial'],
    },
    {
      name: 'an old SPF record',
      zone: zoneWith(),
      servers: { 'b.example.com': zoneWith({ serial: 1, spf: 'v=spf1 mx -all' }) },
      expect: ['spf'],
    },
    {
      name: 'two records in another order',
      zone: `${zoneWith()}\n@ TXT "v=spf1 mx -all"`,
      servers: { 'b.example.com': `@ TXT "v=spf1 mx -all"\n${zoneWith()}` },
      expect: [],
    },
    {
      name: 'no DMARC record',
      zone: zoneWith(),
      servers: { 'b.example.com': zoneWith({ dmarc: '' }) },
      expect: ['dmarc'],
    },
    {
      name: 'other name servers',
      zone: zoneWith(),
      servers: { 'b.example.com': `${zoneWith()}\n@ NS c` },
      expect: ['servers'],
    },
    {
      name: 'one that is silent',
      zone: zoneWith(),
      servers: { 'b.example.com': { failure: 'timeout' } },
      expect: [],
      outcome: 'inconclusive',
    },
    {
      name: 'one that refuses, which is another matter',
      zone: zoneWith(),
      servers: { 'b.example.com': { failure: 'refused' } },
      expect: [],
    },
  ],
  evaluate({ delegation: { servers } }, findings) {
    const { domain } = findings;
    admitUnasked(servers, findings);
    const views = servers.filter((view) => view.state === 'authoritative');
    const found = {
      spf: different(views, ({ spf }) => spf),
      dmarc: different(views, ({ dmarc }) => dmarc),
      servers: different(views, ({ nameServers }) => nameServers),
    };
    let said = false;
    for (const key of ['spf', 'dmarc', 'servers'] as const) {
      const text = found[key];
      if (text === undefined) continue;
      findings.add(key, { domain, views: text });
      said = true;
    }
    // Another serial is the cause of other answers, and no news beside them.
    const serials = different(views, ({ serial }) => ({ state: 'found', value: [`serial ${serial}`] }));
    if (serials !== undefined && !said) findings.add('serial', { domain, views: serials });
  },
});

type View = Extract<ServerView, { state: 'authoritative' }>;

/** Which servers say what, where they do not all say the same; those that did not answer say nothing. */
function different(views: readonly View[], of: (view: View) => Fact<readonly string[]>): string | undefined {
  const sides = new Map<string, string[]>();
  for (const view of views) {
    const said = of(view);
    if (said.state !== 'found') continue;
    const text = said.value.length === 0 ? 'none' : said.value.map((one) => `\`${one}\``).join(' and ');
    sides.set(text, [...(sides.get(text) ?? []), `\`${view.server.name}\``]);
  }
  if (sides.size < 2) return undefined;
  return [...sides].map(([text, names]) => `${text} at ${names.join(', ')}`).join('; ');
}

function zoneWith({ serial = 2, spf = 'v=spf1 ip4:192.0.2.1 -all', dmarc = 'v=DMARC1; p=reject' } = {}): string {
  const texts = [`@ TXT "${spf}"`, ...(dmarc === '' ? [] : [`_dmarc TXT "${dmarc}"`])];
  const hosts = '@ NS a\n@ NS b\na A 192.0.2.1\nb A 198.51.100.1';
  return [`@ SOA a h ${serial} 7200 900 1209600 300`, hosts, ...texts].join('\n');
}
