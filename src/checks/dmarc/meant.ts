import { DMARC_TAGS, dmarcAsMeant, HISTORIC_DMARC_TAGS, parseDmarc } from '../../protocols/dmarc.ts';

/**
 * The record as it was probably meant, and the text every proposal starts from: what the grammar corrects, and three
 * slips it has no correction for, quotes and brackets around values, colons for the sign, line breaks. Where that
 * would only bring a tag in twice, the text itself.
 */
export function meantText(text: string): string {
  const meant = dmarcAsMeant(withEqualsSigns(withoutQuotes(onOneLine(dmarcAsMeant(text))))).trimEnd();
  return repetitions(meant) > repetitions(text) ? text : meant;
}

const onOneLine = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');

/** Straight quotes, those of a word processor as octets or decoded, `<…>`; an apostrophe in an address stays. */
const withoutQuotes = (text: string): string =>
  text.replaceAll(/["<>\u201C\u201D]|\xE2\x80[\x9C\x9D]|(?<=[=,] ?)'|'(?= ?(?:[;,]|$))/g, '');

const NAMES = [...DMARC_TAGS, ...HISTORIC_DMARC_TAGS].join('|');
const COLON = new RegExp(`(^|;)([ \\t]*)(${NAMES})[ \\t]*:(?=[^;=]*(?:;|$))`, 'gi');

/** `p:none` where `p=none` was meant. */
const withEqualsSigns = (text: string): string => text.replaceAll(COLON, '$1$2$3=');

const repetitions = (text: string): number =>
  parseDmarc(text).problems.filter(({ code }) => code === 'duplicate').length;
