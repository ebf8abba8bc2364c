/**
 * A line of a log that begins with `::`, blanks aside, is an order to the runner of GitHub Actions: a stranger's record
 * that came to stand there could mask words, or switch orders off. Behind a bar, in the last blank's place, it is text.
 */
export const inertLine = (line: string): string => (/^\s*::/.test(line) ? line.replace(/\s?(?=::)/, '|') : line);
