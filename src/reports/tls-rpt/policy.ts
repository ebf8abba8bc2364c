import { canonicalIp } from '../aggregate/ip-address.ts';
import { domain, word } from '../aggregate/values.ts';
import { countOf, memberOf, objectsOf, shown, textOf, textsOf } from './fields.ts';
import { createJsonReader, type JsonObject, type NoteAt } from './json.ts';
import type { TlsFailure, TlsPolicy } from './report.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const POLICY_TYPES: Readonly<Record<string, string>> = {
  'mta-sts': 'sts',
  dane: 'tlsa',
  'no-policy': 'no-policy-found',
  none: 'no-policy-found',
};

/** One entry of `policies`. Where the object `policy` is missing, its keys are looked for in the entry itself. */
export function policyFrom(entry: JsonObject, note: NoteAt): TlsPolicy {
  const inner = memberOf(entry, ['policy']);
  const summary = memberOf(entry, ['summary']);
  if (inner?.kind !== 'object')
    note('policy', 'an entry of policies has no policy: its keys are looked for beside', entry.at);
  const policy = inner?.kind === 'object' ? inner : entry;
  const counts = summary?.kind === 'object' ? summary : entry;
  const name = domain(textOf(policy, ['policy-domain', 'domain'], note) ?? '');
  const about = name === '' ? 'a policy' : `the policy of ${shown(name)}`;
  const failures = objectsOf(entry, ['failure-details', 'failures'], note).map((detail) => failureFrom(detail, note));
  const sum = failures.reduce((total, { sessions = 0 }) => total + sessions, 0);
  const strings = policyStrings(policy, note);
  const mode = modeIn(strings);
  return {
    type: policyType(policy, about, note),
    domain: name,
    strings,
    ...(mode === undefined ? {} : { mode }),
    mxHosts: mxHostsOf(policy, note),
    successful: successfulIn(counts, about, note),
    failed: failedIn(counts, { about, sum, note }),
    failures,
  };
}

function policyType(policy: JsonObject, about: string, note: NoteAt): string {
  const written = textOf(policy, ['policy-type', 'type'], note);
  if (written === undefined) {
    note('policy-type', `${about} has no policy-type`, policy.at);
    return '';
  }
  const type = word(written.replaceAll('_', '-'));
  const meant = Object.hasOwn(POLICY_TYPES, type) ? POLICY_TYPES[type] : undefined;
  if (meant !== undefined) note('policy-type', `the policy-type "${shown(written)}" is read as ${meant}`, policy.at);
  return meant ?? type;
}

/** One text may hold all lines, and a list of TLSA records may be written as a text in a list of one. */
function policyStrings(policy: JsonObject, note: NoteAt): string[] {
  return textsOf(policy, ['policy-string', 'policy-strings'], note).flatMap((text) => {
    if (text.startsWith('[') && text.endsWith(']')) {
      const { node, fault } = createJsonReader(text, () => {}).read(0);
      if (node?.kind === 'list' && fault === undefined && node.items.every((item) => 'text' in item)) {
        note('a list as text', 'policy-string is a list written as a text: taken apart', policy.at);
        return node.items.map((item) => ('text' in item ? item.text : ''));
      }
    }
    return /[\r\n]/.test(text)
      ? text
          .split(/[\r\n]+/)
          .map((line) => line.trim())
          .filter((line) => line !== '')
      : text;
  });
}

/** The schema of RFC 8460 has a list of patterns here, its example a single one. */
const mxHostsOf = (policy: JsonObject, note: NoteAt): string[] =>
  textsOf(policy, ['mx-host', 'mx-host-pattern', 'mx-host-patterns'], note, 'fine').map((host) => domain(host));

/** RFC 8461 §3.2. */
function modeIn(strings: readonly string[]): string | undefined {
  for (const line of strings) {
    const mode = /^\s*mode\s*:\s*([\w-]{1,20})/i.exec(line)?.[1];
    if (mode !== undefined) return word(mode);
  }
  return undefined;
}

function successfulIn(counts: JsonObject, about: string, note: NoteAt): number {
  const named = countOf(
    counts,
    ['total-successful-session-count', 'successful-session-count', 'success-aggregate'],
    note,
  );
  if (named === undefined)
    note(
      'total-successful-session-count',
      `${about} does not say how many sessions succeeded: none is counted`,
      counts.at,
    );
  return named ?? 0;
}

function failedIn(
  counts: JsonObject,
  { about, sum, note }: { readonly about: string; readonly sum: number; readonly note: NoteAt },
): number {
  const named = countOf(counts, ['total-failure-session-count', 'failed-session-count', 'failure-aggregate'], note);
  if (named === undefined) {
    const what = `${about} does not say how many sessions failed: its failure-details add up to ${sum}, which is taken`;
    note('total-failure-session-count', what, counts.at);
  } else if (named !== sum) {
    const what = `${about} counts ${named} failed sessions, and its failure-details add up to ${sum}: both kept as they are`;
    note('counts that disagree', what, counts.at);
  }
  return named ?? sum;
}

function failureFrom(detail: JsonObject, note: NoteAt): TlsFailure {
  const named = textOf(detail, ['result-type', 'result'], note);
  if (named === undefined) note('result-type', 'a failure has no result-type', detail.at);
  const sessions = countOf(detail, ['failed-session-count', 'session-count', 'count'], note);
  if (sessions === undefined)
    note('failed-session-count', 'a failure does not say how many sessions it stands for: none is counted', detail.at);
  const failure: Mutable<TlsFailure> = { resultType: word(named ?? '') };
  if (sessions !== undefined) failure.sessions = sessions;
  const sendingMtaIp = addressOf(detail, 'sending-mta-ip', note);
  const host = textOf(detail, ['receiving-mx-hostname', 'receiving-mx-host-name', 'receiving-mx'], note);
  const helo = textOf(detail, ['receiving-mx-helo'], note);
  const receivingIp = addressOf(detail, 'receiving-ip', note);
  const reasonCode = textOf(detail, ['failure-reason-code', 'failure-error-code'], note);
  const information = textOf(detail, ['additional-information', 'additional-info-uri', 'additional-info'], note);
  if (sendingMtaIp !== undefined) failure.sendingMtaIp = sendingMtaIp;
  if (host !== undefined) failure.receivingMxHostname = domain(host);
  if (helo !== undefined) failure.receivingMxHelo = helo;
  if (receivingIp !== undefined) failure.receivingIp = receivingIp;
  if (reasonCode !== undefined) failure.reasonCode = reasonCode;
  if (information !== undefined) failure.additionalInformation = information;
  return failure;
}

function addressOf(detail: JsonObject, name: string, note: NoteAt): string | undefined {
  const written = textOf(detail, [name], note);
  if (written === undefined) return undefined;
  const address = canonicalIp(written.replace(/^\[?IPv6:/i, (start) => (start.startsWith('[') ? '[' : '')));
  if (address === undefined)
    note('no IP address', `${name} "${shown(written)}" is no IP address: kept as it is`, detail.at);
  return address ?? written;
}
