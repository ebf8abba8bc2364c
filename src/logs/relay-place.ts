/** RFC 1918, RFC 4193, loopback and link-local: nobody's MX. */
const INSIDE = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i;

/** Whether a relay's address is one of a network of our own: a filter or a smart host stands there. */
export const isInside = (ip: string): boolean => INSIDE.test(ip);

/** RFC 6409 §3.1, RFC 8314 §3.3, and what services offer where 587 is blocked. */
const SUBMISSION: ReadonlySet<number> = new Set([587, 465, 2525]);

/** Whether mail is submitted there: no MX listens at such a port, so who takes it is a smart host, wherever it stands. */
export const isSubmission = (port: number | undefined): boolean => port !== undefined && SUBMISSION.has(port);

/** Not when somebody has put something for it, in a log that is shown to others: `203.0.x.x`. */
export const isWrittenOut = (ip: string): boolean => /^[\da-f.:]+$/i.test(ip);
