import { element, text, type Element } from './xml.ts';
import type { Report, Row } from './reports.ts';
import type { Shape } from './shape.ts';
import { DOMAIN } from './story.ts';

/** A report as the elements its reporter would write. */
export function feedback(report: Report): Element {
  const { reporter } = report;
  const { shape } = reporter;
  return element('feedback', [
    ...(shape.version === undefined ? [] : [text('version', shape.version)]),
    element('report_metadata', [
      text('org_name', reporter.org),
      text('email', reporter.email),
      ...(reporter.contact === undefined ? [] : [text('extra_contact_info', reporter.contact)]),
      text('report_id', report.id),
      element('date_range', [text('begin', String(report.begin)), text('end', String(report.end))]),
      ...(shape.generator === undefined ? [] : [text('generator', shape.generator)]),
    ]),
    policy(shape),
    ...(shape.extension === true ? [element('extension', [FOREIGN])] : []),
    ...report.rows.map((row) => record(row, shape)),
  ]);
}

/** Something of the reporter's own in a namespace declared on the root, which readers must step over. */
const FOREIGN = element('queue:batch', [text('queue:count', '1')]);

function policy(shape: Shape): Element {
  return element('policy_published', [
    text('domain', DOMAIN),
    ...(shape.alignmentModes === true ? [text('adkim', 'r'), text('aspf', 'r')] : []),
    text('p', 'none'),
    ...(shape.sp === undefined ? [] : [text('sp', shape.sp)]),
    ...(shape.rfc9990 === true ? [] : [text('pct', '100')]),
    ...(shape.np === undefined ? [] : [text('np', shape.np)]),
    ...(shape.fo === undefined ? [] : [text('fo', shape.fo)]),
    ...(shape.rfc9990 === true ? [text('testing', 'n'), text('discovery_method', 'treewalk')] : []),
  ]);
}

function record(row: Row, shape: Shape): Element {
  return element('record', [
    element('row', [
      text('source_ip', row.sourceIp),
      text('count', String(row.count)),
      element('policy_evaluated', [
        text('disposition', 'none'),
        text('dkim', row.dkimAligned ? 'pass' : 'fail'),
        text('spf', row.spfAligned ? 'pass' : 'fail'),
        ...reasons(row, shape),
      ]),
    ]),
    element('identifiers', [
      ...(shape.envelopeTo === undefined ? [] : [text('envelope_to', shape.envelopeTo)]),
      ...(shape.envelopeFrom === true ? [text('envelope_from', row.envelopeFrom)] : []),
      text('header_from', row.headerFrom),
    ]),
    element('auth_results', results(row, shape)),
    ...(shape.extension === true ? [FOREIGN] : []),
  ]);
}

function reasons(row: Row, shape: Shape): Element[] {
  if (shape.emptyReason === true) return [element('reason', [text('type', ''), text('comment', '')])];
  if (row.dkimAligned || row.spfAligned) return [];
  const reason = row.stream === 'list-illumina' ? shape.listReason : shape.failureReason;
  if (reason === undefined) return [];
  const comment = reason.comment === '' ? [] : [text('comment', reason.comment)];
  return [element('reason', [text('type', reason.type), ...comment])];
}

function results(row: Row, shape: Shape): Element[] {
  const dkim = row.dkim.map(({ domain, selector, result }) =>
    element('dkim', [
      text('domain', domain),
      ...(shape.selectors === true ? [text('selector', selector)] : []),
      text('result', result),
      ...(shape.humanResult === true
        ? [text('human_result', result === 'pass' ? '' : 'body hash did not verify')]
        : []),
    ]),
  );
  const spf = element('spf', [
    text('domain', row.spf.domain),
    ...(shape.scope === true ? [text('scope', row.spf.scope)] : []),
    text('result', row.spf.result),
  ]);
  if (shape.hollow === true) return [element('dkim', [text('domain', ''), text('result', '')]), spf, spf];
  return shape.spfFirst === true ? [spf, ...dkim] : [...dkim, spf];
}
