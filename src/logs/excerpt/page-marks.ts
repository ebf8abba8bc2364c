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
/** What stands for an address on pages behind Cloudflare: one word from now on. */
const HIDDEN = /\[email\s+protected\]/g;
/** A converter of pages has protected the brackets of an address, and put others around it. */
const PROTECTED = /\\<(<[^<>]{0,320}>)\\>/g;
/** In a log itself none of them stands so. */
const MARKED =
  /\[email\s+protected\]|(?:\b(?:to|from|message-id)=|(?:<=|=>|->|\*\*|==) )&lt;|\[(?:email|mail)(?:="?[^\]@]{1,64}@[^\]]{1,255})?\][^[\]@]{0,64}@/i;

export const hasPageMarks = (line: string): boolean => MARKED.test(line);

/** The line as it stood in the log. */
export const withoutPageMarks = (line: string): string =>
  line
    .replaceAll(HIDDEN, '[email\u00A0protected]')
    .replaceAll(PROTECTED, '$1')
    .replaceAll(FORUM_TAG, '')
    .replaceAll(ENTITY, (entity) => CHARACTERS[entity] ?? entity);
