import { plural } from '../core/format.ts';
import type { Level } from '../core/levels.ts';
import type { Line, Page, Tone } from '../core/page.ts';
import { readable } from '../core/readable.ts';
import { failsOn, NO_JUDGEMENTS, type ExitCode, type Report } from '../core/report.ts';
import type { SpfQuery, SpfResult } from '../spf/evaluate.ts';
import type { About } from './tree.ts';

const TONES: Readonly<Record<SpfResult['result'], Tone>> = {
  pass: 'good',
  fail: 'bad',
  softfail: 'warn',
  neutral: 'note',
  none: 'note',
  temperror: 'warn',
  permerror: 'bad',
};

/** What a result means for mail from there: refused, or left to the receiver's taste. */
const LEVELS: Readonly<Partial<Record<SpfResult['result'], Level>>> = {
  fail: 'error',
  permerror: 'error',
  softfail: 'warning',
  neutral: 'warning',
  none: 'warning',
};

/** The report of `sendaudit spf <domain> --ip`: the verdict of RFC 7208 check_host(), and the path that decided it. */
export function evaluationReport(result: SpfResult, query: SpfQuery, { inputs, startedAt, failOn }: About): Report {
  const ip = typeof query.ip === 'string' ? query.ip : '';
  const unknown = result.result === 'temperror';
  const level = LEVELS[result.result];
  const failing = level !== undefined && failsOn(level, failOn);
  const exitCode: ExitCode = failing ? 1 : unknown ? 3 : 0;
  const steps = result.path.map(({ domain, term, span }) => ({
    domain,
    term: readable(term.text),
    record: readable(span.text),
  }));
  const body = {
    domain: result.domain,
    query: { ip, sender: query.sender, helo: query.helo },
    result: result.result,
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    ...(result.explanation === undefined ? {} : { explanation: readable(result.explanation) }),
    lookups: result.lookups,
    voids: result.voids,
    path: steps,
  };
  return {
    command: 'spf',
    startedAt,
    inputs,
    ...NO_JUDGEMENTS,
    summary: {
      errors: Number(level === 'error'),
      warnings: Number(level === 'warning'),
      notes: 0,
      waived: 0,
      inconclusive: Number(unknown),
      exitCode,
    },
    page: () => evaluationPage(result, query, ip),
    body: () => body,
    lines: () => [body],
    *table() {
      yield ['domain', 'ip', 'result', 'decided by', 'lookups', 'voids'];
      yield [result.domain, ip, result.result, steps.at(-1)?.term, result.lookups, result.voids];
    },
  };
}

function evaluationPage(result: SpfResult, query: SpfQuery, ip: string): Page {
  const decided = result.path.map(
    ({ domain, term }, depth): Line => `${'  '.repeat(depth)}${domain} → ${readable(term.text)}`,
  );
  return {
    title: `${ip} for ${query.sender || '<>'}`,
    aside: [{ text: result.result, tone: TONES[result.result] }],
    blocks: [
      {
        kind: 'pairs',
        rows: [
          {
            label: 'decided by',
            lines: decided.length > 0 ? decided : [result.reason ?? 'no term of the record matched'],
          },
          ...(result.reason === undefined || decided.length === 0
            ? []
            : [{ label: 'because', lines: [result.reason] }]),
          ...(result.explanation === undefined ? [] : [{ label: 'explains', lines: [readable(result.explanation)] }]),
          { label: 'cost', lines: [`${plural(result.lookups, 'lookup')}, ${result.voids} void`] },
        ],
      },
    ],
    next: [`sendaudit spf ${result.domain}`],
  };
}
