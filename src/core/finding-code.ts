/**
 * Whether a code covers a finding's: `spf/lookup-limit:over` itself, its check `spf/lookup-limit`, or the family `spf`.
 */
export const coversCode = (code: string, finding: string): boolean =>
  finding === code || finding.startsWith(`${code}:`) || finding.startsWith(`${code}/`);
