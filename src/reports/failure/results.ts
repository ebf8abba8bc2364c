import { parseAuthResults, type AuthResult } from './auth-results.ts';
import type { FeedbackFields, Note } from './feedback-fields.ts';
import type { Told } from './human-text.ts';
import { LIST_LIMIT } from './limits.ts';
import { withoutComments } from './mail-address.ts';

/** Those of the report; where it has none, those the same receiver wrote into the message, and what the text says. */
export function resultsIn(
  fields: FeedbackFields,
  told: Told,
  header: readonly { readonly name: string; readonly value: string }[],
  note: Note,
): AuthResult[] {
  const results = fields.all('authentication-results').flatMap((value) => parseAuthResults(value));
  const ids = new Set(results.flatMap(({ authservId }) => authservId ?? []));
  const has = (method: string): boolean => results.some((result) => result.method === method);
  // A receiver takes out fields that bear its own name (RFC 8601 §5), so what is left of those it wrote itself.
  const own = header
    .filter(({ name }) => name === 'authentication-results')
    .flatMap(({ value }) => parseAuthResults(value))
    .filter(({ authservId, method }) => authservId !== undefined && ids.has(authservId) && !has(method));
  const inWords = told.passed
    .filter(({ method }) => !has(method) && !own.some((result) => result.method === method))
    .map(({ method, domain: name }): AuthResult => ({
      method,
      result: 'pass',
      properties: [{ name: method === 'spf' ? 'smtp.mailfrom' : 'header.d', value: name }],
    }));
  if (inWords.length > 0) note('results in words', 'results of SPF and DKIM are taken from the text for people');
  return [...results, ...own, ...inWords].slice(0, LIST_LIMIT);
}

export function authFailuresOf(
  fields: FeedbackFields,
  about: { told: Told; authResults: readonly AuthResult[]; feedbackType: string; note: Note },
): string[] {
  const named = fields.all('auth-failure').flatMap((value) => wordsIn(value));
  if (named.length > 0 || about.feedbackType !== 'auth-failure') return [...new Set(named)];
  const failed = about.authResults.some(({ method, result }) => method === 'dmarc' && result === 'fail');
  if (!failed && !about.told.isDmarc) {
    about.note('auth-failure', 'Auth-Failure is missing, and nothing says what failed');
    return [];
  }
  about.note('auth-failure', `Auth-Failure is missing: dmarc, by ${failed ? 'the results' : 'the text for people'}`);
  return ['dmarc'];
}

/** `spf, dkim`, with comments; NetEase puts a slash between. */
export const wordsIn = (value: string): string[] =>
  withoutComments(value)
    .toLowerCase()
    .split(/[\s,;/]+/)
    .filter((word) => word !== '');
