import type { Span } from '../../core/facts.ts';
import type { Zone } from '../../sources/zone.ts';
import { defineCheck } from '../define-check.ts';

type Soa = Extract<Zone['soa'], { state: 'found' }>['value'];

const DAY = 86_400;
/** RFC 2308 §5 calls more than a day problematic. */
const LONGEST_NEGATIVE = DAY;
/** RFC 1912 §2.2 advises two to four weeks; below a day a night without the primary server ends the zone. */
const SHORTEST_EXPIRE = DAY;

export default defineCheck({
  id: 'dns/soa-values',
  title: 'The times in the SOA record are usual ones',
  refs: [
    { label: 'RFC 1912 §2.2', url: 'https://www.rfc-editor.org/rfc/rfc1912#section-2.2' },
    { label: 'RFC 2308 §5', url: 'https://www.rfc-editor.org/rfc/rfc2308#section-5' },
  ],
  why: 'The SOA record says how long resolvers remember that a record is not there, and when secondary servers give a zone up. With odd values a new DKIM key stays invisible for days, or the zone vanishes while its primary server rests.',
  fix: 'Usual values are: refresh 7200 to 86400, retry below refresh, expire 1209600 to 2419200, minimum 300 to 3600',
  needs: ['zone'],
  messages: {
    negative: {
      level: 'note',
      text: 'The SOA minimum of `{domain}` lets resolvers remember for {seconds} seconds that a record is missing',
    },
    retry: { level: 'note', text: 'The SOA retry of `{domain}` ({retry}) is not below its refresh ({refresh})' },
    expire: { level: 'note', text: 'Secondary servers give `{domain}` up after {seconds} seconds without its primary' },
    contact: {
      level: 'note',
      text: '`{contact}` in the SOA record of `{domain}` is written with @, where a dot belongs',
    },
  },
  examples: [
    { name: 'usual values', zone: '@ SOA ns hostmaster 1 7200 900 1209600 3600\n@ NS ns', expect: [] },
    { name: 'the values of large services', zone: '@ SOA ns hostmaster 1 10000 2400 604800 1800\n@ NS ns', expect: [] },
    {
      name: 'a long memory for what is missing',
      zone: '@ SOA ns hostmaster 1 7200 900 1209600 604800\n@ NS ns',
      expect: ['negative'],
    },
    {
      name: 'a retry that comes after the refresh',
      zone: '@ SOA ns hostmaster 1 900 7200 1209600 3600\n@ NS ns',
      expect: ['retry'],
    },
    { name: 'an early end', zone: '@ SOA ns hostmaster 1 7200 900 10800 3600\n@ NS ns', expect: ['expire'] },
    {
      name: 'an end before the first retry',
      zone: '@ SOA ns hostmaster 1 604800 900 345600 3600\n@ NS ns',
      expect: ['expire'],
    },
    {
      name: 'a mail address with @',
      zone: '@ SOA ns hostmaster@example.com. 1 7200 900 1209600 3600\n@ NS ns',
      expect: ['contact'],
    },
    { name: 'no SOA to be seen', zone: '@ NS ns', expect: [], outcome: 'not-applicable' },
  ],
  evaluate({ zone }, findings) {
    const { domain } = findings;
    if (zone.soa.state === 'unknown') findings.inconclusive(zone.soa.reason);
    if (zone.soa.state === 'absent') findings.notApplicable('no SOA record');
    if (zone.soa.state !== 'found') return;
    const soa = zone.soa.value;
    const { rname, refresh, retry, expire, minimum } = soa;
    if (minimum > LONGEST_NEGATIVE) findings.add('negative', { domain, seconds: minimum }, { at: spanIn(soa, 6) });
    if (retry >= refresh) findings.add('retry', { domain, retry, refresh }, { at: spanIn(soa, 4) });
    if (expire < Math.max(SHORTEST_EXPIRE, refresh + retry))
      findings.add('expire', { domain, seconds: expire }, { at: spanIn(soa, 5) });
    if (rname.includes('@')) {
      const fix = `write \`${rname.replace('@', '.')}.\``;
      findings.add('contact', { domain, contact: rname }, { at: spanIn(soa, 1), fix });
    }
  },
});

/** One of the seven fields of the record, counted from 0. */
function spanIn(soa: Soa, field: number): Span {
  const { mname, rname, serial, refresh, retry, expire, minimum, place } = soa;
  const fields = [mname, rname, serial, refresh, retry, expire, minimum].map(String);
  const start = fields.slice(0, field).join(' ').length + (field === 0 ? 0 : 1);
  const end = start + (fields[field]?.length ?? 0);
  const text = fields.join(' ');
  return { source: `${soa.name} SOA`, text, start, end, ...(place === undefined ? {} : { place }) };
}
