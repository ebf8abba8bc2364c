/** What pages and forums make of angle brackets and addresses: `to=&lt;anna@example.com&gt;`, `[email]anna@example.com[/email]`. */
const ENTITY = /&(?:lt|gt|amp|quot|#39|#34);/g;
const CHARACTERS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#34;': '"',
};
const FORUM_TAG = /\[\/?(?:email|url|mail)(?:=[^\]]{0,320})?\]/gi;
/** In a log itself neither stands so. */
const MARKED =
  /(?:\b(?:to|from|message-id)=|(?:<=|=>|->|\*\*|==) )&lt;|\[(?:email|mail)(?:="?[^\]@]{1,64}@[^\]]{1,255})?\][^[\]@]{0,64}@/i;

export const hasPageMarks = (line: string): boolean => MARKED.test(line);

/** The line as it stood in the log. */
export const withoutPageMarks = (line: string): string =>
  line.replaceAll(FORUM_TAG, '').replaceAll(ENTITY, (entity) => CHARACTERS[entity] ?? entity);
