import { DMARC_TAGS, dmarcAsMeant, HISTORIC_DMARC_TAGS, isDmarcVersion, parseDmarc } from '../../protocols/dmarc.ts';

/**
 * The record as it was probably meant, and the text every proposal starts from: what the grammar corrects, and four
 * slips it has no correction for: quotes and brackets around values, colons for the sign, a semicolon between two
 * addresses, line breaks. Where that would only bring a tag in twice, the text itself.
 */
export function meantText(text: string): string {
  const meant = dmarcAsMeant(
    withListedAddresses(withEqualsSigns(withoutQuotes(onOneLine(dmarcAsMeant(text))))),
  ).trimEnd();
  return repetitions(meant) > repetitions(text) ? text : meant;
}

/** The DMARC record to publish in the place of a text that is none; undefined where nobody can tell what it should say. */
export function recordMeantBy(text: string): string | undefined {
  const meant = meantText(text);
  return meant !== text && isDmarcVersion(meant) ? meant : undefined;
}

const onOneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');

/** Straight quotes, those of a word processor as octets or decoded, `<…>`; an apostrophe in an address stays. */
const withoutQuotes = (text: string): string =>
  text.replaceAll(/["<>\u201C\u201D]|\xE2\x80[\x9C\x9D]|(?<=[=,] ?)'|'(?= ?(?:[;,]|$))/g, '');

const NAMES = [...DMARC_TAGS, ...HISTORIC_DMARC_TAGS].join('|');
const COLON = new RegExp(`(^|;)([ \\t]*)(${NAMES})[ \\t]*:(?=[^;=]*(?:;|$))`, 'gi');

/** `p:none` where `p=none` was meant. */
const withEqualsSigns = (text: string): string => text.replaceAll(COLON, '$1$2$3=');

/** `rua=mailto:a@b.example; mailto:c@d.example`: the second address belongs to the list before it. */
function withListedAddresses(text: string): string {
  const [first = '', ...others] = text.split(';');
  let hasList = /^\s*ru[af]\s*=/i.test(first);
  return others.reduce((list, part) => {
    const isAddress = /^\s*mailto:[^=]*$/i.test(part);
    if (hasList && isAddress) return `${list},${part.trim()}`;
    hasList = /^\s*ru[af]\s*=\s*\S/i.test(part);
    return `${list};${part}`;
  }, first);
}

const repetitions = (text: string): number =>
  parseDmarc(text).problems.filter(({ code }) => code === 'duplicate').length;
