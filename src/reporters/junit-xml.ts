import type { Place } from '../core/facts.ts';
import { markupText } from './xml-text.ts';

/** One `<testcase>`; without a verdict it passed. */
export interface Case {
  readonly group: string;
  readonly name: string;
  readonly place?: Place;
  readonly verdict?:
    | {
        readonly kind: 'failure' | 'error';
        readonly type: string;
        readonly message: string;
        readonly lines: readonly string[];
      }
    | { readonly kind: 'skipped'; readonly message: string };
  readonly output?: readonly string[];
}

/** The opening tag of a suite; JUnit's timestamps have no zone and are taken for UTC. */
export const suiteXml = (name: string, tally: string, startedAt: Date): string =>
  `  <testsuite name="${markupText(name)}" ${tally} timestamp="${startedAt.toISOString().slice(0, 19)}">\n`;

export function caseXml({ group, name, place, verdict, output }: Case): string {
  const where =
    place === undefined ? '' : ` file="${markupText(place.file)}" line="${Math.max(1, Math.trunc(place.line))}"`;
  const inside = [
    ...(verdict === undefined ? [] : [verdictXml(verdict)]),
    ...(output === undefined ? [] : [`      <system-out>${linesXml(output)}</system-out>\n`]),
  ];
  const tag = `    <testcase classname="${markupText(group)}" name="${markupText(name)}"${where}`;
  return inside.length === 0 ? `${tag}/>\n` : `${tag}>\n${inside.join('')}    </testcase>\n`;
}

function verdictXml(verdict: NonNullable<Case['verdict']>): string {
  const message = `message="${markupText(verdict.message)}"`;
  if (verdict.kind === 'skipped') return `      <skipped ${message}/>\n`;
  const tag = `      <${verdict.kind} type="${markupText(verdict.type)}" ${message}`;
  return verdict.lines.length === 0 ? `${tag}/>\n` : `${tag}>${linesXml(verdict.lines)}</${verdict.kind}>\n`;
}

const linesXml = (lines: readonly string[]): string => lines.map((line) => markupText(line)).join('\n');
