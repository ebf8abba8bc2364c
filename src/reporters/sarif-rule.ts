import { LEVELS, type Level } from '../core/levels.ts';
import type { Rule } from '../core/report.ts';

/** A check as a reportingDescriptor (SARIF §3.49). */
export function ruleBody({ id, title, why, fix, refs, messages }: Rule): object {
  const [first] = refs;
  const sources = refs.map(({ label, url }) => `- [${label}](${url})`).join('\n');
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\nFix: ${fix}\n\n${refs.map(({ label, url }) => `${label}: ${url}`).join('\n')}`,
      markdown: `${why}\n\n**Fix:** ${fix}\n\n${sources}`,
    },
    ...(first === undefined ? {} : { helpUri: first.url }),
    messageStrings: Object.fromEntries(
      Object.entries(messages).map(([key, { text }]) => [key, { text: `${numbered(text)}.` }]),
    ),
    defaultConfiguration: { level: gravest(Object.values(messages).map(({ level }) => level)) },
    properties: { tags: [...new Set(['email', 'dns', id.split('/')[0] ?? ''])] },
  };
}

/** SARIF numbers the parameters of a message (§3.11.5); ours have names: `{count}`, then `{limit}` become `{0}`, `{1}`. */
function numbered(text: string): string {
  const names: string[] = [];
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `{${names.indexOf(name)}}`;
  });
}

const gravest = (levels: readonly Level[]): Level => LEVELS.find((level) => levels.includes(level)) ?? 'note';
