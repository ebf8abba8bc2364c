/** The door to the DMARC record (RFC 9989 §4.7, §4.8). */
export type * from './dmarc/record.ts';
export { DMARC_POLICIES, DMARC_TAGS, HISTORIC_DMARC_TAGS } from './dmarc/record.ts';
export * from './dmarc/assessment.ts';
export * from './dmarc/edit.ts';
export { parseDmarc } from './dmarc/parse.ts';
export * from './dmarc/version.ts';
