import { isSentWord, outcomeOf } from '../logs/mapping/event-words.ts';
import { OUTCOMES } from '../logs/mapping/mapping.ts';
import type { Shape } from './config/shape.ts';

export const COLUMN: Shape = {
  kind: 'texts',
  about:
    'the column’s name; of JSON objects the key, with dots into objects within; of several, the first that is not empty',
  example: 'Status',
};

/** What somebody means who writes a word of his own for an outcome. */
const meantOutcome = (typed: string): string | undefined => (isSentWord(typed) ? 'delivered' : outcomeOf(typed));

/** Nothing may be declared that nothing obeys. */
const KIND_SCHEMA = {
  anyOf: [
    { required: ['column'] },
    {
      required: ['columns'],
      not: { anyOf: [{ required: ['values'] }, { required: ['always'] }, { required: ['separator'] }] },
    },
    {
      required: ['always'],
      properties: { always: { not: { const: 'ignored' } } },
      not: { anyOf: [{ required: ['values'] }, { required: ['columns'] }, { required: ['separator'] }] },
    },
  ],
};
/** What happened, as a mapping says it. */
export const KIND: Shape = {
  kind: 'object',
  about: 'what happened',
  atLeastOne: true,
  schema: KIND_SCHEMA,
  fields: {
    column: COLUMN,
    values: {
      kind: 'map',
      about:
        'what the values mean, whatever their case; `2xx`, `4xx` and `5xx` are reply codes of a class, and replies that begin with one; by default words that are known',
      keyFault: () => undefined,
      of: { kind: 'choice', about: 'a kind of event; `ignored` is passed over', of: OUTCOMES, meant: meantOutcome },
    },
    always: {
      kind: 'choice',
      about: 'the same in every row, or for values that are not named',
      of: OUTCOMES,
      meant: meantOutcome,
    },
    separator: {
      kind: 'text',
      about: 'what stands between several things that happened in one cell; each is an event, at the time of the row',
      example: '|',
    },
    columns: {
      kind: 'map',
      about:
        'where a row is a message: for each kind of event the column that holds the time of it, or says yes or no, or how often; `time` is for those that hold none, and for what `column` says besides',
      keyFault: (key) =>
        OUTCOMES.some((one) => one === key) ? undefined : `is no kind of event; there are ${OUTCOMES.join(', ')}`,
      keys: { enum: OUTCOMES },
      of: COLUMN,
    },
  },
};
