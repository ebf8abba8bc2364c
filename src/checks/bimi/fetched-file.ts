import type { Detail } from '../../core/check.ts';
import { withTag } from '../../protocols/tag-list-edit.ts';
import type { Bimi, BimiText } from '../../sources/bimi.ts';
import type { HttpsFile } from '../../sources/https-file.ts';
import { detailOf } from './judged-record.ts';

/** What can be said of any file a BIMI record names. */
export interface FileFindings {
  add(key: 'unreachable', params: { readonly url: string; readonly reason: string }, detail: Detail): void;
  add(key: 'status', params: { readonly url: string; readonly code: number }, detail: Detail): void;
  add(key: 'redirected', params: { readonly url: string; readonly target: string }, detail: Detail): void;
  inconclusive(reason: string): void;
}

/** Says what came of fetching the file that a tag names, and gives it where it is there to be looked at. */
export function judgeFetch(
  { bimi, record, tag, file }: { bimi: Bimi; record: BimiText; tag: 'l' | 'a'; file: HttpsFile },
  findings: FileFindings,
): (HttpsFile & { readonly state: 'found' }) | undefined {
  const { url } = file;
  const part = tag === 'l' ? record.parsed.value.location : record.parsed.value.evidence;
  if (file.state === 'unknown') {
    findings.inconclusive(file.reason);
    return undefined;
  }
  if (file.state === 'unreachable') {
    findings.add('unreachable', { url, reason: file.reason }, detailOf(bimi, record, part));
    return undefined;
  }
  const target = file.redirects.at(-1);
  if (file.state === 'refused') {
    findings.add('status', { url: target ?? url, code: file.code }, detailOf(bimi, record, part));
    return undefined;
  }
  if (target !== undefined) {
    const value = withTag(record.text, tag, target.replaceAll(',', '%2C').replaceAll(';', '%3B'));
    findings.add('redirected', { url, target }, detailOf(bimi, record, part, value));
  }
  return file;
}
