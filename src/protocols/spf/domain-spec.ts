import { hasDomainEnd, readMacroString } from './macro.ts';
import { problem, shifted, type Pieces } from './reading.ts';
import type { DomainSpec, SpfProblem } from './record.ts';

/** A domain-spec; undefined with at least one fatal problem where it cannot be one. */
export function readDomain(
  pieces: Pieces,
  text: string,
  start: number,
): { domain: DomainSpec | undefined; problems: SpfProblem[] } {
  const where = { start, end: start + text.length };
  if (text === '') {
    const message = `"${pieces.text}" names no domain`;
    return { domain: undefined, problems: [problem('missing-domain', message, pieces)] };
  }
  const { value, problems } = readMacroString(text, 'domain-spec');
  if (problems.length > 0) {
    const found = problems.map((bad) => problem('bad-macro', bad.message, shifted(bad, start)));
    return { domain: undefined, problems: found };
  }
  if (!hasDomainEnd(value)) {
    const message = `"${text}" is not a domain: it must end in a top-level label or a macro`;
    return { domain: undefined, problems: [problem('bad-domain', message, where)] };
  }
  const domain: DomainSpec = { ...value, ...where };
  return { domain, problems: oddDomain(domain) };
}

const LABEL_OCTETS = 63; // RFC 1035 §2.3.4
const NAME_OCTETS = 253;

function oddDomain(domain: DomainSpec): SpfProblem[] {
  const { constant, text } = domain;
  if (constant === undefined) return [];
  const problems: SpfProblem[] = [];
  const bare = constant.endsWith('.') ? constant.slice(0, -1) : constant;
  if (bare !== constant) {
    const dot = { start: domain.end - 1, end: domain.end };
    problems.push(problem('trailing-dot', `"${text}" ends in a dot; some receivers refuse that`, dot, ''));
  }
  const labels = bare.split('.');
  if (bare.length > NAME_OCTETS || labels.some((label) => label === '' || label.length > LABEL_OCTETS)) {
    const message = `"${text}" cannot be looked up: it has an empty label, one over 63 octets, or more than 253 octets`;
    problems.push(problem('unaskable-domain', message, domain));
  } else if (/[^A-Za-z0-9._-]/.test(bare) || /-all$/i.test(bare)) {
    problems.push(problem('suspicious-domain', `"${text}" does not look like a host name`, domain));
  }
  return problems;
}
