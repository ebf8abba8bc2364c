import type { ServiceFailure } from '../net/services.ts';

/** Failures that are about the service itself, and not about the way there: everybody meets them. */
const DEFINITE = ['no-address', 'certificate', 'tls', 'protocol', 'too-large'] as const satisfies ServiceFailure[];
export type DefiniteFailure = (typeof DEFINITE)[number];

export const isDefinite = (failure: ServiceFailure): failure is DefiniteFailure =>
  (DEFINITE as readonly ServiceFailure[]).includes(failure);

/** A server with too much to do, or out of order (RFC 6585 §4, RFC 9110 §15.6): another hour it may answer otherwise. */
export const isPassing = (statusCode: number): boolean => statusCode === 429 || statusCode >= 500;
