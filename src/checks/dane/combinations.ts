import type { Certificate } from '../../protocols/certificate.ts';
import { isAbout, isAboutAuthority, isUsable } from '../../protocols/tlsa.ts';
import type { TlsaRecord } from '../../sources/tlsa.ts';
import { defineCheck } from '../define-check.ts';
import { established } from '../starttls/sessions.ts';
import { LEAF, LEAF_KEY_SHA256, ROOT, ROOT_KEY_SHA256, STALE_SHA256 } from './example-certificates.ts';
import { zoneWith } from './example-hosts.ts';
import { admitUnasked, ownChanges, recordsOf, removal, spanOf } from './records.ts';
import { promiseOf, verdictOf } from './verdict.ts';

const OWN = `3 1 1 ${LEAF_KEY_SHA256}`;
const SMTP = { 'mail.example.com': { certificates: [LEAF, ROOT] } };

export default defineCheck({
  id: 'dane/combinations',
  title: 'Of TLSA records with the same parameters, one matches',
  refs: [
    { label: 'RFC 7671 §8', url: 'https://www.rfc-editor.org/rfc/rfc7671#section-8' },
    { label: 'RFC 7671 §8.4', url: 'https://www.rfc-editor.org/rfc/rfc7671#section-8.4' },
  ],
  why: 'A sender may know only some usages, selectors and matching types, and goes by the records it knows. So each combination in use needs a record that matches today. Records for tomorrow are fine beside it.',
  fix: 'Remove the records that match nothing any more, or publish the present one with the same parameters',
  needs: ['tlsa', 'smtp'],
  messages: {
    stale: {
      level: 'note',
      text: 'The TLSA records `{parameters}` of `{host}` match nothing that it shows; others do',
    },
  },
  examples: [
    { name: 'one record', zone: zoneWith(OWN), smtp: SMTP, expect: [] },
    {
      name: 'the host and its authority',
      zone: zoneWith(OWN, `2 1 1 ${ROOT_KEY_SHA256}`),
      smtp: SMTP,
      expect: [],
    },
    { name: 'the key of tomorrow', zone: zoneWith(OWN, `3 1 1 ${STALE_SHA256}`), smtp: SMTP, expect: [] },
    {
      name: 'two authorities of yesterday',
      zone: zoneWith(OWN, `2 1 1 ${STALE_SHA256}`, `2 1 1 ${LEAF_KEY_SHA256}`),
      smtp: SMTP,
      expect: ['stale'],
    },
    {
      name: 'nothing that matches, which is another matter',
      zone: zoneWith(`3 1 1 ${STALE_SHA256}`),
      smtp: SMTP,
      expect: [],
    },
  ],
  evaluate({ tlsa, smtp }, findings) {
    admitUnasked(tlsa, findings);
    const { domain } = findings;
    for (const { host, sessions } of smtp.hosts) {
      const promise = promiseOf(host, tlsa);
      if (promise === undefined || sessions.length === 0) continue;
      const verdicts = sessions.map((session) => verdictOf(promise, session, domain, smtp.at)?.state);
      if (verdicts.some((state) => state !== 'holds')) continue;
      const chains = sessions.map((session) => established(session)?.chain ?? []);
      for (const [parameters, records] of combinations(recordsOf(promise))) {
        const [record] = records;
        if (record === undefined || chains.some((chain) => records.some((one) => isShown(one, chain)))) continue;
        const changes = ownChanges(domain, records.map(removal));
        findings.add('stale', { parameters, host }, { at: spanOf(record), changes });
      }
    }
  },
});

function combinations(records: readonly TlsaRecord[]): Map<string, TlsaRecord[]> {
  const usable = records.filter((record) => isUsable(record));
  return Map.groupBy(usable, ({ usage, selector, matching }) => `${usage} ${selector} ${matching}`);
}

/** An authority that stands in the record as a whole need not be shown (RFC 7671 §5.2.2). */
const isShown = (record: TlsaRecord, [own, ...others]: readonly Certificate[]): boolean =>
  isAboutAuthority(record)
    ? record.matching === 0 || others.some((certificate) => isAbout(record, certificate))
    : own !== undefined && isAbout(record, own);
