import type { DaneVerdict } from '../../protocols/tlsa-chain.ts';
import { firstNames } from '../certificate-names.ts';
import { defineCheck } from '../define-check.ts';
import { admitSilent, established, perHost, type Shared } from '../starttls/sessions.ts';
import {
  EXPIRED,
  EXPIRED_KEY_SHA256,
  LEAF,
  LEAF_KEY_SHA256,
  OTHER_HOST,
  ROOT,
  ROOT_KEY_SHA256,
  STALE_SHA256,
} from './example-certificates.ts';
import { showing, zoneWith } from './example-hosts.ts';
import { admitUnasked, ownChanges, recordsOf, spanOf } from './records.ts';
import { missingRecords, promiseOf, verdictOf } from './verdict.ts';

const CURRENT = zoneWith(`3 1 1 ${LEAF_KEY_SHA256}`);
const STALE = zoneWith(`3 1 1 ${STALE_SHA256}`);
const AUTHORITY = zoneWith(`2 1 1 ${ROOT_KEY_SHA256}`);

export default defineCheck({
  id: 'dane/presentation',
  title: 'Mail hosts show certificates that their TLSA records match',
  refs: [
    { label: 'RFC 7672 §2.2', url: 'https://www.rfc-editor.org/rfc/rfc7672#section-2.2' },
    { label: 'RFC 7671 §8', url: 'https://www.rfc-editor.org/rfc/rfc7671#section-8' },
    { label: 'RFC 7671 §9', url: 'https://www.rfc-editor.org/rfc/rfc7671#section-9' },
  ],
  why: 'Senders that honour DANE take another certificate for an attack. They do not deliver, and mail waits for days and bounces. Most often a certificate was renewed with a new key, and nobody changed the record.',
  fix: 'Publish the record of the certificate that the host shows, or let it show the one before and, with usage 2, its whole chain; next time publish the new record first, and remove the old one last',
  needs: ['tlsa', 'smtp'],
  messages: {
    mismatch: {
      level: 'error',
      text: 'No TLSA record of `{host}` matches the certificate it shows{where}: senders that honour DANE do not deliver',
    },
    digest: {
      level: 'error',
      text: 'The SHA-256 records of `{host}` match the certificate it shows{where}, but its SHA-512 records do not, and senders go by the stronger',
    },
    name: {
      level: 'error',
      text: '`{host}` shows a certificate{where} for {names}, and its TLSA records have usage 2, with which the name must match',
    },
    dates: {
      level: 'error',
      text: '`{host}` shows a certificate{where} that is not valid today, and its TLSA records have usage 2, with which that counts',
    },
  },
  examples: [
    { name: 'a record that matches', zone: CURRENT, smtp: showing(LEAF, ROOT), expect: [] },
    {
      name: 'the next record beside the present',
      zone: `${CURRENT}\n_25._tcp.mail TLSA 3 1 1 ${STALE_SHA256}`,
      smtp: showing(LEAF),
      expect: [],
    },
    { name: 'a record of the certificate before', zone: STALE, smtp: showing(LEAF), expect: ['mismatch'] },
    { name: 'a record that nobody goes by', zone: STALE, smtp: showing(LEAF), authentic: [], expect: [] },
    {
      name: 'a digest forgotten',
      zone: `${CURRENT}\n_25._tcp.mail TLSA 3 1 2 ${STALE_SHA256}${STALE_SHA256}`,
      smtp: showing(LEAF),
      expect: ['digest'],
    },
    { name: 'the authority', zone: AUTHORITY, smtp: showing(LEAF, ROOT), expect: [] },
    { name: 'the authority, which is not sent', zone: AUTHORITY, smtp: showing(LEAF), expect: ['mismatch'] },
    { name: 'the authority, for another host', zone: AUTHORITY, smtp: showing(OTHER_HOST, ROOT), expect: ['name'] },
    { name: 'the authority, too late', zone: AUTHORITY, smtp: showing(EXPIRED, ROOT), expect: ['dates'] },
    {
      name: 'an old certificate, which does not matter where it is named itself',
      zone: zoneWith(`3 1 1 ${EXPIRED_KEY_SHA256}`),
      smtp: showing(EXPIRED),
      expect: [],
    },
    {
      name: 'a host that does not answer',
      zone: `${STALE}\n@ MX 20 b\nb A 192.0.2.2`,
      smtp: { 'b.example.com': {} },
      expect: [],
      outcome: 'inconclusive',
    },
  ],
  evaluate({ tlsa, smtp }, findings) {
    admitUnasked(tlsa, findings);
    const { domain } = findings;
    const promised = smtp.hosts.filter(({ host }) => promiseOf(host, tlsa) !== undefined);
    admitSilent({ ...smtp, hosts: promised }, findings);
    const judged = perHost(promised, (session, host) => {
      const promise = promiseOf(host, tlsa);
      return promise === undefined ? undefined : verdictOf(promise, session, domain, smtp.at);
    });
    for (const one of judged) {
      const { what: verdict, host, where } = one;
      const promise = promiseOf(host, tlsa);
      const [record] = promise === undefined ? [] : recordsOf(promise);
      const { state } = verdict;
      if (state === 'holds' || state === 'unusable' || promise === undefined || record === undefined) continue;
      const detail = {
        at: spanOf(record),
        changes: ownChanges(domain, missingRecords(promise, one.what, one.sessions)),
      };
      if (state === 'name') findings.add('name', { host, where, names: namesOf(one) }, detail);
      else findings.add(state, { host, where }, detail);
    }
  },
});

function namesOf({ sessions: [session] }: Shared<DaneVerdict>): string {
  const [own] = session === undefined ? [] : (established(session)?.chain ?? []);
  const names = own?.names ?? [];
  return names.length === 0 ? 'no name at all' : firstNames(names);
}
