/** A policy of a TLS report as people call it (RFC 8460 §4.4, `policy-type`): `MTA-STS, enforced`, `DANE`. */
export function tlsPolicyName(type: string, mode: string | undefined): string {
  if (type === 'sts') {
    if (mode === 'enforce') return 'MTA-STS, enforced';
    return mode === undefined ? 'MTA-STS, mode not told' : `MTA-STS, ${mode}`;
  }
  if (type === 'tlsa') return 'DANE';
  if (type === 'no-policy-found') return 'no policy';
  return type === '' ? 'policy not told' : type;
}

/** Whether a sender keeps mail back where a session fails: under an enforced MTA-STS policy (RFC 8461 §5), and with DANE. */
export const holdsMailBack = (type: string, mode: string | undefined): boolean =>
  type === 'tlsa' || (type === 'sts' && mode === 'enforce');
