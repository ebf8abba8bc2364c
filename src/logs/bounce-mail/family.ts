import type { MailContents } from './contents.ts';

/** What a text says of one recipient. */
export interface Failure {
  /** Absent where only the message that came back tells whom it was for. */
  readonly address?: string;
  /** Why, in the words it was said in; empty where nothing is said. */
  readonly reason: string;
}

interface FamilyFacts {
  /** Whose words these are. */
  readonly server: string;
  /** What it writes into every such mail. Nobody else does. */
  readonly says: RegExp;
  /** The reason in a word, where the same text comes in a hundred languages. */
  readonly means?: string;
}

/** Recipients that stand in a list, each with its reason. */
export interface ListFamily extends FamilyFacts {
  /** Names a recipient: group `address`, and `reason` where that stands beside it. Tried at the start of lines (flags `gm`). */
  readonly entry: RegExp;
  /**
   * Where the reason is: in the lines below the recipient, above it, or where this finds it (group `reason`), first below
   * the recipient, then anywhere.
   */
  readonly reason: 'below' | 'above' | RegExp;
  /** The list stands behind this. */
  readonly from?: RegExp;
  /** … and ends here. */
  readonly until?: RegExp;
}
/** A text that has to be read in an order of its own. */
export interface ReadFamily extends FamilyFacts {
  read(text: string, mail: MailContents): Failure[];
}
export type Family = ListFamily | ReadFamily;

/** Texts that servers of one kind write. */
export const defineFamilies = (families: readonly Family[]): readonly Family[] => families;

/** A user of the server that writes, with or without its domain. */
export const USER = String.raw`(?<address>[^\s<>"'@(),;:[\]]{1,128}(?:@[^\s<>"'@(),;:[\]]{1,255})?)`;
/** An address in a pattern. A pipe, a file or an X.400 name in its place is none. */
export const ADDRESS = String.raw`(?<address>(?:"[^"\n]{1,64}"|[^\s<>"'@(),;:[\]]{1,128})@[^\s<>"'@(),;:[\]]{1,255})`;
