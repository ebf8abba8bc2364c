/** What may be looked up about the addresses mail came from: their names, and the networks they are in. */
export const LOOKUPS = ['ptr', 'asn'] as const;
export type Lookup = (typeof LOOKUPS)[number];
