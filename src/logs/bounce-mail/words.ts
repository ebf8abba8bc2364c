/** A phrase as a pattern, of which only the text counts: all of them are read as one, upper and lower case alike. */
export type Phrase = Pick<RegExp, 'source'>;

/**
 * What mail servers and mail programs of one language write about mail that did not go through. A language is a file in
 * `words`, a phrase a line, with what it says in English, or as it stands in such a mail.
 */
export interface Words {
  /** What they call it and no more: «could not be delivered», which is no reason. */
  readonly undelivered?: readonly Phrase[];
  /** What else stands in the subject of such a mail. */
  readonly titles?: readonly Phrase[];
  /**
   * «Your message»: who writes about mail in general, or of mail that failed somewhere else, does not speak of the reader's own.
   */
  readonly yours?: readonly Phrase[];
  /** Inside: that, or why, something failed. */
  readonly failed?: readonly Phrase[];
  /** What stands in front of the reason, a colon behind it. */
  readonly reasonLabels?: readonly Phrase[];
  /** That it is tried again: no failure yet. Said of a failure, too, where more is said. */
  readonly triesOn?: readonly Phrase[];
  /** The same, where nobody would say it of a failure. */
  readonly onlyWarns?: readonly Phrase[];
  /** The subject of such a warning. */
  readonly delayed?: readonly Phrase[];
  /** That it was tried for long, and is no more. */
  readonly gaveUp?: readonly Phrase[];
  /** What a mail program calls its note of absence, anywhere in the subject. */
  readonly autoReplies?: readonly Phrase[];
  /** … and what means that at the beginning of a subject only. */
  readonly autoReplyTitles?: readonly Phrase[];
  /** The subject of a note that a message got there. */
  readonly arrivalTitles?: readonly Phrase[];
  /** … and what is said in it. */
  readonly arrivals?: readonly Phrase[];
  /** The line above what is sent on. */
  readonly sentOn?: readonly Phrase[];
}

export const defineWords = (words: Words): Words => words;
