/** What a receiver finds out about a message; the words are those of RFC 8601 §2.7. */
export interface Dkim {
  readonly domain: string;
  readonly selector: string;
  readonly result: 'pass' | 'fail' | 'temperror';
}
export interface Spf {
  readonly domain: string;
  /** `helo`: the envelope-from was empty, so the HELO name was checked (RFC 7208 §2.4). */
  readonly scope: 'mfrom' | 'helo';
  readonly result: 'pass' | 'fail' | 'softfail' | 'none' | 'temperror' | 'permerror';
}
export interface Evidence {
  /** Empty for the null envelope-from of automatic answers. */
  readonly envelopeFrom: string;
  readonly dkim: readonly Dkim[];
  readonly spf: Spf;
}

export const signed = (domain: string, selector: string, result: Dkim['result'] = 'pass'): Dkim => ({
  domain,
  selector,
  result,
});

/** Evidence of a message with an envelope-from. */
export const sentBy = (envelopeFrom: string, result: Spf['result'], dkim: readonly Dkim[] = []): Evidence => ({
  envelopeFrom,
  dkim,
  spf: { domain: envelopeFrom, scope: 'mfrom', result },
});

/** Evidence of a message with an empty envelope-from. */
export const sentByNobody = (helo: string, result: Spf['result'], dkim: readonly Dkim[] = []): Evidence => ({
  envelopeFrom: '',
  dkim,
  spf: { domain: helo, scope: 'helo', result },
});
