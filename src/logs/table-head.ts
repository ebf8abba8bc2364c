/** How a table is delimited, and the lines its column names and first row begin with. */
export interface TableHead {
  readonly delimiter: string;
  readonly lines: readonly string[];
}

const DELIMITERS = [',', ';', '\t', '|'];
/** `sep=;`, which spreadsheets write and read. */
const SEPARATOR = /^"?sep=(.)"?$/i;
/** `#Fields: date-time,client-ip`: W3C extended logs, and those of Exchange. */
const FIELDS = /^#Fields:\s*/i;
/** Fewer cells than this in a comment are a sentence. */
const FEWEST_NAMES = 3;

/** Lines above the column names, of which a table has no more than one cell: `Activity report`, `Account: Shop`. */
const MOST_TITLES = 10;
/** A cell by itself, and none of a title: quoted, JSON, or an address. */
const NO_TITLE = /["@{[<]/;

/** Finds the column names in the first lines, one after the other; undefined: not yet. */
export function tableHeadFinder(): (text: string) => TableHead | undefined {
  let separator: string | undefined;
  let comment: string | undefined;
  let titles = 0;
  return (text) => {
    const told = SEPARATOR.exec(text)?.[1];
    if (told !== undefined && separator === undefined) {
      separator = told;
      return undefined;
    }
    if (FIELDS.test(text)) {
      const names = text.replace(FIELDS, '');
      return { delimiter: separator ?? delimiterOf(names) ?? ' ', lines: [names] };
    }
    if (text.startsWith('#')) {
      comment = text.replace(/^#+\s*/, '');
      return undefined;
    }
    if (titles < MOST_TITLES && isOneCell(text, separator ?? delimiterOf(text))) {
      titles += 1;
      return undefined;
    }
    const found = separator ?? delimiterOf(text);
    if (found === undefined && titles < MOST_TITLES && !NO_TITLE.test(text)) {
      titles += 1;
      return undefined;
    }
    const delimiter = found ?? ',';
    // `#time,event,email`: column names that look like a comment, by having as many cells as the row below.
    const names = comment === undefined ? 0 : cellCount(comment, delimiter);
    return names >= FEWEST_NAMES && names === cellCount(text, delimiter)
      ? { delimiter, lines: [comment ?? '', text] }
      : { delimiter, lines: [text] };
  };
}

/** A title as a spreadsheet writes it, with empty cells up to the width of the table below; an empty row, too. */
function isOneCell(text: string, delimiter: string | undefined): boolean {
  if (delimiter === undefined) return false;
  const [cell = ''] = /^"(?:[^"]|"")*"/.exec(text) ?? [text.slice(0, text.indexOf(delimiter))];
  const rest = text.slice(cell.length).replaceAll('""', '');
  const empty = rest.split(delimiter);
  return !NO_TITLE.test(cell.replaceAll('"', '')) && empty.length > 2 && empty.every((one) => one.trim() === '');
}

const bare = (text: string): string => text.replaceAll(/"[^"]*"/g, '');
const cellCount = (text: string, delimiter: string): number => bare(text).split(delimiter).length;

/** The delimiter that stands most often outside of quotes; undefined where there is none. */
function delimiterOf(text: string): string | undefined {
  const open = bare(text);
  let best: string | undefined;
  let most = 1;
  for (const delimiter of DELIMITERS) {
    const cells = open.split(delimiter).length;
    if (cells > most) [best, most] = [delimiter, cells];
  }
  return best;
}
