import { visible } from '../core/readable.ts';

/**
 * Commander's `error: option '--x <n>' argument 'y' is invalid. Allowed choices are ….` in our own form: what is wrong in
 * the first line, without full stop, and the rest below it.
 */
export function usageErrorText(text: string): string {
  const [what = '', ...more] = text
    .trimEnd()
    .replace(/^error: /, '')
    .replaceAll(/'([^'\n]*)'/g, '`$1`')
    .split(/\n|(?<=\.) (?=[A-Z])/);
  const rest = more.map((line) => line.replace(/^\((.*)\)$/, '$1')).map((line) => lowered(line));
  return `${[`sendaudit: ${shown(what)}`, ...rest.map((line) => `  ${shown(line)}`)].join('\n')}\n`;
}

const lowered = (line: string): string => line.slice(0, 1).toLowerCase() + line.slice(1);
/** What was typed is quoted as it came. */
const shown = (line: string): string => visible(line.replace(/\.$/, ''));
