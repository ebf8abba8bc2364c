import type { Certificate } from '../../protocols/certificate.ts';
import { isAboutAuthority } from '../../protocols/tlsa.ts';
import { EXPIRED, EXPIRED_KEY_SHA256, LEAF, ROOT, ROOT_KEY_SHA256 } from '../dane/example-certificates.ts';
import { HOST, showing, zoneWith } from '../dane/example-hosts.ts';
import { recordsOf } from '../dane/records.ts';
import { defineCheck } from '../define-check.ts';
import { ENFORCED, SILENT } from './example-hosts.ts';
import { insistenceOn } from './insistence.ts';
import { admitSilent, established, perHost } from './sessions.ts';

const DAY = 86_400_000;
/** Renewal is automatic nearly everywhere, and comes about a third of the lifetime before the end: by then it has failed. */
const SOON_DAYS = 14;
/** Of certificates that live for some days only, this part of their lifetime is soon. */
const SOON_PART = 1 / 6;

export default defineCheck({
  id: 'starttls/certificate-dates',
  title: 'The certificates of mail hosts are valid, and stay so for a while',
  refs: [
    { label: 'RFC 5280 §4.1.2.5', url: 'https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5' },
    { label: 'RFC 8461 §4.2', url: 'https://www.rfc-editor.org/rfc/rfc8461#section-4.2' },
  ],
  why: 'Partners that insist on verified TLS, and all that honour MTA-STS, deliver nothing to a host with a certificate that ran out. Others do not look; it also shows that nobody watches over the renewal.',
  fix: 'Renew the certificate, let the mail server load it, and find out why that did not happen by itself',
  needs: ['smtp'],
  considers: ['tlsa', 'mtaSts'],
  messages: {
    enforced: {
      level: 'error',
      text: 'The certificate that `{host}` shows{where} is valid from {from} to {until}, so senders that honour MTA-STS do not deliver',
    },
    outside: {
      level: 'warning',
      text: 'The certificate that `{host}` shows{where} is valid from {from} to {until}, and so not today',
    },
    soon: { level: 'warning', text: 'The certificate that `{host}` shows{where} runs out in {days} days, on {until}' },
  },
  examples: [
    { name: 'a long time ahead', zone: HOST, smtp: showing(LEAF), expect: [] },
    { name: 'run out', zone: HOST, smtp: showing(EXPIRED), expect: ['outside'] },
    { name: 'not valid yet', zone: HOST, smtp: showing(LEAF), today: '2025-12-01', expect: ['outside'] },
    {
      name: 'run out, with MTA-STS',
      ...ENFORCED,
      smtp: showing(EXPIRED),
      expect: ['enforced'],
    },
    {
      name: 'run out, with DANE, which does not mind',
      zone: zoneWith(`3 1 1 ${EXPIRED_KEY_SHA256}`),
      smtp: showing(EXPIRED),
      expect: [],
    },
    {
      name: 'nine days before the end, with DANE that names the authority',
      zone: zoneWith(`2 1 1 ${ROOT_KEY_SHA256}`),
      smtp: showing(EXPIRED, ROOT),
      today: '2026-03-23',
      expect: ['soon'],
    },
    { name: 'nine days before the end', zone: HOST, smtp: showing(EXPIRED), today: '2026-03-23', expect: ['soon'] },
    { name: 'three weeks before the end', zone: HOST, smtp: showing(EXPIRED), today: '2026-03-11', expect: [] },
    SILENT,
  ],
  evaluate({ smtp, tlsa, mtaSts }, findings) {
    admitSilent(smtp, findings);
    const shown = perHost(smtp.hosts, (session) => {
      const [own] = established(session)?.chain ?? [];
      const when = own === undefined ? undefined : whenOf(own, smtp.at);
      return own === undefined || when === undefined
        ? undefined
        : { when, from: day(own.notBefore), until: day(own.notAfter), days: daysLeft(own, smtp.at) };
    });
    for (const {
      what: { when, from, until, days },
      host,
      where,
    } of shown) {
      const { dane, mtaSts: enforced } = insistenceOn(host, tlsa, mtaSts);
      // Dates count for DANE where an authority is named, and only once they are over that is dane/presentation's.
      const counts = dane === undefined || (when === 'soon' && recordsOf(dane).some(isAboutAuthority));
      if (!counts && !enforced) continue;
      if (when === 'soon') findings.add('soon', { host, where, until, days });
      else findings.add(enforced ? 'enforced' : 'outside', { host, where, from, until });
    }
  },
});

function whenOf({ notBefore, notAfter }: Certificate, now: Date): 'outside' | 'soon' | undefined {
  if (now < notBefore || now > notAfter) return 'outside';
  const lifetime = notAfter.getTime() - notBefore.getTime();
  const soon = Math.min(SOON_DAYS * DAY, lifetime * SOON_PART);
  return notAfter.getTime() - now.getTime() < soon ? 'soon' : undefined;
}

const day = (date: Date): string => date.toISOString().slice(0, 10);
const daysLeft = ({ notAfter }: Certificate, now: Date): number =>
  Math.floor((notAfter.getTime() - now.getTime()) / DAY);
