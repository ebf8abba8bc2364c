import { isNever, isNothing } from './nothing.ts';

/** In the languages exports are written in; `t` and `f` are a database's, `x` is a cross in a cell. */
const YES =
  /^(?:true|yes|y|1|t|x|✓|✔|on|ja|j|wahr|oui|vrai|s[iì]|sí|verdadero|vero|sim|verdadeiro|tak|prawda|да|はい|有|○|是|evet|kyllä|ano)$/i;
const NO =
  /^(?:false|no|n|0|f|off|✗|nein|falsch|non|faux|falso|n[ãa]o|nee|nie|fałsz|nej|nei|нет|いいえ|無|×|否|hayır|ei|ne|none)$/i;

export const isYes = (value: string): boolean => YES.test(value.normalize('NFC'));
export const isFlag = (value: string): boolean => isYes(value) || NO.test(value.normalize('NFC'));
/** Also where there is nothing, or none were counted. */
export const isNo = (value: string): boolean =>
  isNothing(value) || isNever(value) || NO.test(value.normalize('NFC')) || /^0+(?:[.,]0+)?$/.test(value);
