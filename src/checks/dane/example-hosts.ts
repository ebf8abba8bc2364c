import type { Example } from '../../core/example.ts';

/** The zone of a domain with one mail host, `mail.example.com`, which has these TLSA records: `3 1 1 …`. */
export const zoneWith = (...records: readonly string[]): string =>
  [HOST, ...records.map((data) => `_25._tcp.mail TLSA ${data}`)].join('\n');
export const HOST = '@ MX 10 mail\nmail A 192.0.2.1';

/** That host, as it answers SMTP: with these certificates, its own first. */
export const showing = (...certificates: readonly string[]): Example['smtp'] => ({
  'mail.example.com': { certificates },
});

export const WITHOUT_RECORDS: Example = {
  name: 'no TLSA records',
  zone: HOST,
  expect: [],
  outcome: 'not-applicable',
};
