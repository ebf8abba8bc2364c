const FEEDBACK = /<(?:[A-Za-z_][\w.-]{0,63}:)?feedback[\s/>]/i;
/** Characters of a prefix, a colon and the name behind `<`. */
const LONGEST_START = 74;
const FIRST_ELEMENT = /<([A-Za-z_][\w.:-]{0,127})/;

/** Whether a report begins somewhere in the text. */
export const holdsReport = (text: string): boolean => text.includes('<feedback>') || FEEDBACK.test(text);

/** Where a report begins in the text, behind its first character. */
export function nextReport(text: string): number | undefined {
  const at = text.slice(1).search(FEEDBACK);
  return at === -1 ? undefined : at + 1;
}

/** Where a tag begins that the text breaks off in, behind its first character: the rest of it may make it a report's. */
export function halfTag(text: string): number | undefined {
  const at = text.lastIndexOf('<');
  return at > 0 && text.length - at <= LONGEST_START && !text.includes('>', at) ? at : undefined;
}

/** Whether a text goes on as if another report followed. */
export const mayHoldReport = (text: string): boolean => /<(?:\?xml|[A-Za-z_!])/.test(text);

/** The first element of a document, with its prefix. */
export const firstElement = (text: string): string | undefined => FIRST_ELEMENT.exec(text)?.[1];

/** What a text is that is no aggregate report, for people. */
export function looksLike(text: string): string {
  const start = text.trimStart();
  if (start === '') return 'an empty document';
  if (/^[{[]/.test(start))
    return /"(?:organization-name|policies|date-range)"/.test(start) ? 'a TLS report (JSON)' : 'JSON';
  if (/^Feedback-Type:/im.test(start)) return 'a DMARC failure report';
  if (/^[A-Za-z][A-Za-z-]{0,40}:/.test(start)) return 'a mail message';
  const element = firstElement(start);
  if (/^<!doctype html/i.test(start) || element?.toLowerCase() === 'html') return 'an HTML page';
  if (element === undefined) return start.startsWith('<') ? 'XML without any element' : 'plain text';
  return `XML with the root element <${element}>`;
}
