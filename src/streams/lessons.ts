/**
 * What a period teaches about its senders: many reporters leave out selectors or signatures, others give them, so a key,
 * a return path or an address that one row names speaks for the rows that do not. Answers are provider ids; addresses are
 * asked for by their numbers in the tallies.
 */
export interface Lessons {
  readonly ofKey: (domain: string, selector: string) => string | undefined;
  /** The same on less: a common selector, and rows with it that something else names. For rows nothing else names. */
  readonly ofCommonKey: (domain: string, selector: string) => string | undefined;
  readonly ofReturnPath: (domain: string) => string | undefined;
  readonly ofAddress: (address: number) => string | undefined;
  /** What `ofKey` says of the key most of an address's mail is signed with: unsigned mail from there is of the same service. */
  readonly ofKeyOfAddress: (address: number) => string | undefined;
  /** The own-domain selector most of an address's mail is signed with. */
  readonly keyOfAddress: (address: number) => string | undefined;
}

export const NO_LESSONS: Lessons = {
  ofKey: () => undefined,
  ofCommonKey: () => undefined,
  ofReturnPath: () => undefined,
  ofAddress: () => undefined,
  ofKeyOfAddress: () => undefined,
  keyOfAddress: () => undefined,
};
