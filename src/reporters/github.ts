import type { Place } from '../core/facts.ts';
import { changeText } from '../core/finding-blocks.ts';
import { count, plural } from '../core/format.ts';
import { LEVELS, type Level } from '../core/levels.ts';
import type { Finding } from '../core/outcome.ts';
import { readable, visible } from '../core/readable.ts';
import type { Report } from '../core/report.ts';
import { cut } from './layout.ts';
import { defineReporter } from './reporter.ts';

/** GitHub shows so many annotations of a level for one step; of notices, one tells what is left. */
const SHOWN: Readonly<Record<Level, number>> = { error: 10, warning: 10, note: 9 };
const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };
/** GitHub takes 255 characters of a title, and nobody reads 64 kB in a margin. */
const LONGEST_TITLE = 200;
const LONGEST_LINE = 2000;

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly lines: readonly string[];
  readonly place: Place | undefined;
}

export default defineReporter({
  title: 'workflow commands, which GitHub Actions shows as annotations',
  *render(report) {
    const annotations = [...annotationsOf(report)];
    let left = 0;
    for (const level of LEVELS) {
      const own = annotations.filter((annotation) => annotation.level === level);
      for (const annotation of own.slice(0, SHOWN[level])) yield command(annotation);
      left += Math.max(0, own.length - SHOWN[level]);
    }
    if (left > 0) yield command(moreLeft(left));
    yield `${lastLine(report)}\n`;
  },
});

/** Everything worth an annotation, gravest first within its level; what is waived is not. */
function* annotationsOf(report: Report): Generator<Annotation> {
  const open = new Map<string, { checks: number; subjects: Set<string>; place: Place | undefined }>();
  for (const { subject, declaredAt: place, result } of report.judgements()) {
    const { check, outcome, reason, findings, title } = result;
    if (outcome === 'crashed')
      yield { level: 'error', title: `${check} crashed`, lines: [`${subject}: ${title}: ${reason ?? ''}`], place };
    for (const finding of findings) if (finding.waived === undefined) yield annotationOf(finding, place);
    if (reason === undefined || (outcome !== 'inconclusive' && outcome !== 'fail')) continue;
    const stopped = open.get(reason) ?? { checks: 0, subjects: new Set(), place };
    stopped.checks += 1;
    stopped.subjects.add(subject);
    open.set(reason, stopped);
  }
  for (const { path, error } of report.inputs.failed)
    yield { level: 'warning', title: 'not read in full', lines: [`${path}: ${error}`], place: undefined };
  // One dead name server is one thing to read, not twenty.
  for (const [reason, { checks, subjects, place }] of open) {
    const [first = '', ...others] = subjects;
    const who = others.length === 0 ? first : `${first} and ${count(others.length)} more`;
    const lines = [`${plural(checks, 'check')} of ${who} could not be decided: ${reason}`];
    yield { level: 'warning', title: 'could not be decided', lines, place: others.length === 0 ? place : undefined };
  }
}

const annotationOf = (finding: Finding, declaredAt: Place | undefined): Annotation => ({
  level: finding.level,
  title: `${finding.code} · ${finding.subject}`,
  lines: [
    readable(finding.message),
    ...(finding.at?.place?.what === undefined ? [] : [`At ${finding.at.place.what}`]),
    `Fix: ${readable(finding.fix)}`,
    ...finding.changes.map((change) => changeText(change)),
  ],
  place: finding.at?.place ?? declaredAt,
});

const moreLeft = (left: number): Annotation => ({
  level: 'note',
  title: 'not all is shown',
  lines: [
    `${plural(left, 'more annotation')} would not fit: GitHub shows ten of a level; the other formats hold them all`,
  ],
  place: undefined,
});

/** Every text from outside is on one line with the command that carries it, so that none can begin a command. */
function command({ level, title, lines, place }: Annotation): string {
  const properties = [
    ...(place === undefined || place.file === ''
      ? []
      : [`file=${property(place.file.replaceAll('\\', '/'))}`, `line=${Math.max(1, place.line)}`]),
    `title=${property(cut(visible(title), LONGEST_TITLE))}`,
  ];
  const message = lines.map((line) => data(cut(visible(line), LONGEST_LINE))).join('%0A');
  return `::${COMMANDS[level]} ${properties.join(',')}::${message}\n`;
}

/** As the runner unescapes them: a percent sign, line ends, and in a property what ends it. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');

function lastLine({ rules, summary }: Report): string {
  if (rules.length === 0) return 'nothing was judged, so there is nothing to annotate';
  const { errors, warnings, notes, waived, inconclusive } = summary;
  const parts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(notes, 'note')];
  if (waived > 0) parts.push(`${count(waived)} waived`);
  if (inconclusive > 0) parts.push(`${count(inconclusive)} could not be decided`);
  return parts.join(', ');
}
