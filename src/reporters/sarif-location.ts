import type { Place, Span } from '../core/facts.ts';
import type { Finding } from '../core/outcome.ts';
import { readableSpan, visible } from '../core/readable.ts';

/** What relative URIs of records are relative to; the DNS has no place in a repository. */
export const DNS = { DNS: { description: { text: 'Records in the DNS, as name/TYPE; no file stands behind them' } } };

/**
 * Where a finding is (SARIF §3.28): the line that the record, or else the domain, is written down at. Where no file is known
 * the record itself is the artifact: `_dmarc.example.com/TXT`, with the culprit's columns. GitHub refuses a whole upload in
 * which one result has no artifact, or one whose URI has a scheme.
 */
export function locationsOf(finding: Finding, declaredAt: Place | undefined): object[] {
  const { at, subject } = finding;
  const place = [at?.place, declaredAt].find((one) => one !== undefined && one.file !== '');
  const name = at === undefined ? subject : at.source.replace(' ', '/');
  return [
    {
      physicalLocation: place === undefined ? recordLocation(name, at) : fileLocation(place),
      logicalLocations: [
        { name: visible(subject), fullyQualifiedName: visible(name), kind: 'resource' },
        ...(place?.what === undefined ? [] : [{ name: visible(place.what), kind: 'declaration' }]),
      ],
    },
  ];
}

/** Only the line is known: a record may be split and escaped in its file. */
export const fileLocation = ({ file, line }: Place): object => ({
  artifactLocation: { uri: fileUri(file) },
  region: { startLine: Math.max(1, Math.trunc(line)) },
});

function recordLocation(name: string, at: Span | undefined): object {
  return {
    artifactLocation: { uri: recordUri(name), uriBaseId: 'DNS' },
    region: at === undefined ? { startLine: 1 } : recordRegion(readableSpan(at)),
  };
}

/** Columns count from 1, the last one exclusive; what is shown escaped, or has line ends, has none. */
function recordRegion({ text, start, end }: Span): object {
  const snippet = { text: visible(text) };
  if (snippet.text !== text) return { startLine: 1, snippet };
  return { startLine: 1, startColumn: start + 1, endColumn: end + 1, snippet };
}

/** A path as a URI reference (RFC 3986): absolute ones with `file:`, others relative to where the program ran. */
function fileUri(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
  if (/^[a-z]:\//i.test(path)) return `file:///${path.slice(0, 2)}${encoded(path.slice(2))}`;
  if (path.startsWith('/')) return `file://${encoded(`/${path.replace(/^\/+/, '')}`)}`;
  return encoded(path);
}

/** A record's name as a relative reference; a policy that came by HTTPS goes without its scheme. */
const recordUri = (name: string): string => encoded(name.replace(/^https?:\/\//, '').replace(/^\/+/, '')) || 'unnamed';

const encoded = (path: string): string =>
  path
    .split('/')
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join('/');
