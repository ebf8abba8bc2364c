/** The SPF record of a domain that sends nothing (RFC 7208 §10.1.2). */
export const NOBODY = 'v=spf1 -all';
