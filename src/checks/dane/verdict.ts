import type { RecordChange } from '../../core/outcome.ts';
import { daneVerdict, type DaneVerdict } from '../../protocols/tlsa-chain.ts';
import { associationData, DANE_EE, recordFor, tlsaName, tlsaText } from '../../protocols/tlsa.ts';
import type { SmtpSession } from '../../sources/smtp.ts';
import type { HostTlsa, Tlsa } from '../../sources/tlsa.ts';
import { established } from '../starttls/sessions.ts';
import { isHonoured, recordsOf } from './records.ts';

/** The TLSA records of a host, where senders go by them, or may for all we know. */
export function promiseOf(host: string, tlsa: Tlsa | undefined): HostTlsa | undefined {
  const own = tlsa?.hosts.find((one) => one.host === host);
  return own !== undefined && recordsOf(own).length > 0 && isHonoured(own) !== false ? own : undefined;
}

/** What senders that honour DANE make of the certificates shown; undefined where there are none to judge. */
export function verdictOf(promise: HostTlsa, session: SmtpSession, domain: string, now: Date): DaneVerdict | undefined {
  const { tls } = session;
  if (tls.state !== 'established' || tls.chain.length === 0) return undefined;
  const names = [promise.base, promise.host, domain];
  return daneVerdict(recordsOf(promise), tls.chain, names, now);
}

/** The records of what the host shows, to stand beside those there are. */
export function missingRecords(
  { base }: HostTlsa,
  verdict: DaneVerdict,
  sessions: readonly SmtpSession[],
): RecordChange[] {
  const values = sessions.flatMap((session) => {
    const [own] = established(session)?.chain ?? [];
    if (own === undefined) return [];
    if (verdict.state !== 'digest') return [tlsaText(recordFor(own))];
    const { usage, selector } = verdict.by;
    // Of an authority the digest is not that of the host's own certificate.
    const data = usage === DANE_EE ? associationData(own, selector, 2) : undefined;
    return data === undefined ? [] : [tlsaText({ usage, selector, matching: 2, data })];
  });
  const name = tlsaName(base);
  return [...new Set(values)].map((value) => ({ kind: 'publish', name, type: 'TLSA', value }));
}
