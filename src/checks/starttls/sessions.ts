import type { ProbedHost, Smtp, SmtpSession, SmtpTls } from '../../sources/smtp.ts';

/** Says which hosts could not be spoken to, so that nobody takes them for good or bad. */
export function admitSilent({ hosts }: Smtp, findings: { inconclusive(reason: string): void }): void {
  for (const { silence } of hosts) if (silence !== '') findings.inconclusive(silence);
}

/** The same thing at one host, at all of its addresses or some. */
export interface Shared<T> {
  readonly host: string;
  readonly what: T;
  /** ` at 192.0.2.1`, or empty where all addresses that answered are alike. */
  readonly where: string;
  readonly sessions: readonly SmtpSession[];
}

/** Looks at every session; what several addresses of a host have in common is told once. `what` is compared as JSON. */
export function perHost<T>(
  hosts: readonly ProbedHost[],
  look: (session: SmtpSession, host: string) => T | undefined,
): Shared<T>[] {
  return hosts.flatMap(({ host, sessions }) => {
    const seen = new Map<string, { what: T; sessions: SmtpSession[] }>();
    for (const session of sessions) {
      const what = look(session, host);
      if (what === undefined) continue;
      const key = JSON.stringify(what);
      const known = seen.get(key);
      if (known === undefined) seen.set(key, { what, sessions: [session] });
      else known.sessions.push(session);
    }
    return [...seen.values()].map(({ what, sessions: alike }) => {
      const where = alike.length === sessions.length ? '' : ` at ${alike.map(({ address }) => address).join(', ')}`;
      return { host, what, where, sessions: alike };
    });
  });
}

export type Established = Extract<SmtpTls, { state: 'established' }>;
export const established = ({ tls }: SmtpSession): Established | undefined =>
  tls.state === 'established' ? tls : undefined;
