/**
 * What a TXT record says: its character-strings joined without anything between them (RFC 7208 §3.3, RFC 6376 §3.6.2.2,
 * RFC 9989 §4.5); where they are cut means nothing. An octet string.
 */
export const recordText = ({ strings }: { readonly strings: readonly string[] }): string => strings.join('');
