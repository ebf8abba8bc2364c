import { plainName } from './columns.ts';
import { isSentWord, outcomeOf } from './event-words.ts';
import { untoldStates } from './guess-kind-otherwise.ts';
import { isSubject, nameScore } from './guess-names.ts';
import type { Moment } from './guess-moments.ts';
import { isFlag, isReply, isYes, type SampledColumn, share } from './guess-sample.ts';
import type { KindField } from './mapping.ts';
import { HALF, MOST_ROWS, type Notes } from './guessing.ts';

/**
 * Tables of programs that hand mails over, and note what went wrong: a flag of success, which may hold the error in its
 * place, or an error where there was one and nothing where there was none.
 */
export function byFailure(
  columns: readonly SampledColumn[],
  moments: readonly Moment[],
  notes: Notes,
): KindField | undefined {
  return bySentFlag(columns, moments, notes) ?? bySuccessOrError(columns, notes) ?? byError(columns, notes);
}

/** `sent` is 1 or 0: what was not sent was not tried by anybody, unless a server's reply says why not. */
function bySentFlag(
  columns: readonly SampledColumn[],
  moments: readonly Moment[],
  { told, doubt }: Notes,
): KindField | undefined {
  const flag = moments.find(({ isSent, isTime, column }) => isSent && !isTime && share(column, isFlag) === 1);
  if (flag === undefined) return undefined;
  const { name, counts, cells } = flag.column;
  const not = cells.flatMap((cell, at) => (cell === '' || isYes(cell) ? [] : [at]));
  const isRefused = columns.some(
    (column) => not.length > 0 && not.filter((at) => isReply(column.cells[at] ?? '')).length >= not.length * HALF,
  );
  const failed = isRefused ? 'bounced' : 'dropped';
  told('kind', `no column holds words for events; \`${name}\` says whether a mail was sent`);
  doubt(`kind.values: where \`${name}\` says yes, the row is taken for delivered, and where it says no, for ${failed}`);
  return {
    column: name,
    values: Object.fromEntries([...counts.keys()].map((value) => [value, isYes(value) ? 'delivered' : failed])),
  };
}

/** `success` is 1, or says why not. */
function bySuccessOrError(columns: readonly SampledColumn[], { told, doubt }: Notes): KindField | undefined {
  const column = columns.find(
    ({ called, counts, filled }) =>
      filled >= MOST_ROWS &&
      SUCCESS.test(composed(called)) &&
      [...counts.keys()].some((value) => isYes(value)) &&
      [...counts.keys()].every((value) => isWell(value) || value.length >= SHORTEST_ERROR),
  );
  if (column === undefined) return undefined;
  told('kind', `\`${column.name}\` says that it went well, or what went wrong`);
  doubt(`kind.always: where \`${column.name}\` does not say yes, the row is taken for bounced`);
  const well = [...column.counts.keys()].filter((value) => isWell(value));
  return {
    column: column.name,
    values: Object.fromEntries(well.map((value) => [value, 'delivered'])),
    always: 'bounced',
  };
}
/** `1`, and `Sent ( ** Fallback ** )`: which way it went is said in brackets. */
function isWell(value: string): boolean {
  const word = value.replace(/\([^()]*\)\s*$/, '').trim();
  return isYes(value) || isSentWord(word) || outcomeOf(word) === 'delivered';
}

/** As it is written, syllables too: names are compared without their parts. */
const composed = (name: string): string => plainName(name).normalize('NFC');
const SUCCESS =
  /^(?:is|was)?(?:success|successful|succeeded|ok|sent|delivered|erfolg|erfolgreich|succes|exito|successo|sucesso|成功)$/;
const SHORTEST_ERROR = 4;

/** `error` is empty in some rows, and those around it are of a mail. */
function byError(columns: readonly SampledColumn[], { told, doubt }: Notes): KindField | undefined {
  const isOfMail = columns.some(({ called }) => isSubject(called) || OF_MAIL.test(composed(called)));
  const column = columns.find(
    ({ called, filled, values }) => ERROR.test(composed(called)) && filled < MOST_ROWS && values.length > 0,
  );
  if (!isOfMail || column === undefined || nameScore('diagnostic', column.called) === 0) return undefined;
  const [state] = untoldStates(columns);
  if (state !== undefined) return byErrorsOf(state, column, { told, doubt });
  told('kind', `no column says what happened; \`${column.name}\` holds what went wrong, and nothing in other rows`);
  doubt(`kind: where \`${column.name}\` is empty, the row is taken for delivered, and else for bounced`);
  return { column: column.name, values: { '': 'delivered' }, always: 'bounced' };
}
/** `status` is 1 or 2, and one of them alone has errors: what others mean that have none, its maker knows. */
function byErrorsOf(
  state: SampledColumn,
  { name, cells }: SampledColumn,
  { told, doubt }: Notes,
): KindField | undefined {
  const hasError = (value: string): readonly boolean[] =>
    state.cells.flatMap((cell, at) => (cell === value ? [(cells[at] ?? '') !== ''] : []));
  const values = [...state.counts.keys()].map((value) => ({ value, has: hasError(value) }));
  const well = values.filter(({ has }) => !has.includes(true));
  const failed = values.filter(({ has }) => !has.includes(false));
  const [only, another] = well;
  if (only === undefined || another !== undefined || well.length + failed.length < values.length) return undefined;
  told('kind', `\`${state.name}\` tells the rows with something in \`${name}\` from those without`);
  doubt(
    `kind.values: \`${only.value}\` in \`${state.name}\` is taken for delivered, since none of its rows has an error, and else for bounced`,
  );
  return {
    column: state.name,
    values: { [only.value]: 'delivered', ...Object.fromEntries(failed.map(({ value }) => [value, 'bounced'])) },
  };
}
const ERROR =
  /^(?:smtp|last|mail|send|sending)*(?:error|errors|errormessage|errortext|errormsg|exception|failurereason|failure|fehler|fehlermeldung|erreur|messageerreur|errore|erro|blad|エラー|エラー内容|오류|ошибка)$/;
/** Ids of messages, and what a service answered. */
const OF_MAIL = /^(?:mailgun|sendgrid|mailjet|postmark|smtp)\p{L}*$|^(?:e?mail)?(?:messageid|msgid)$/u;
