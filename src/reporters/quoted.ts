/** A stretch of a text: what stands between a pair of backticks, as messages quote the user's own values, is code. */
export interface Quoted {
  readonly code: boolean;
  readonly text: string;
}

/**
 * Splits a text at its pairs of backticks. A value that brings a backtick of its own shifts what is shown as code;
 * whoever renders the parts escapes both kinds, so that is all it can do.
 */
export function quotedParts(text: string): Quoted[] {
  const pieces = text.split('`');
  // An odd backtick has no partner: it stays what it is.
  const unpaired = pieces.length % 2 === 0 ? `\`${pieces.pop() ?? ''}` : '';
  const parts = pieces.map((piece, index): Quoted => {
    const quoted = index % 2 === 1;
    return quoted && piece === '' ? { code: false, text: '``' } : { code: quoted, text: piece };
  });
  return [...parts, { code: false, text: unpaired }].filter((part) => part.text !== '');
}
