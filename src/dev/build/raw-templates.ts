import type { Plugin } from 'rolldown';
import { Visitor } from 'rolldown/utils';

/** An escape, or a stretch beyond ASCII: `\\’` is a backslash and a quotation mark, `\’` an escaped one. */
const BEYOND_ASCII = /\\[^]|[^\0-\u007F]+/g;

/**
 * Hands `String.raw` what is beyond ASCII as values: the text it makes is the same, and the bundler, which must not write
 * an escape into a raw text, may write one into a string. One such character would double the memory of its whole file.
 */
export const rawTemplates = (): Plugin => ({
  name: 'raw-templates',
  transform: {
    filter: { id: /\.ts$/, code: /String\.raw/ },
    handler(code) {
      const stretches: { readonly start: number; readonly end: number }[] = [];
      new Visitor({
        TaggedTemplateExpression({ tag, quasi }) {
          if (code.slice(tag.start, tag.end) !== 'String.raw') return;
          for (const { value, start } of quasi.quasis) {
            const from = code.indexOf(value.raw, start);
            for (const { 0: text, index } of value.raw.matchAll(BEYOND_ASCII))
              if (/[^\0-\u007F]/.test(text)) stretches.push({ start: from + index, end: from + index + text.length });
          }
        },
      }).visit(this.parse(code, { lang: 'ts' }));
      if (stretches.length === 0) return undefined;
      let changed = code;
      // From the last to the first, so that places stay.
      for (const { start, end } of stretches.toSorted((a, b) => b.start - a.start))
        changed = `${changed.slice(0, start)}\${${JSON.stringify(code.slice(start, end))}}${changed.slice(end)}`;
      return { code: changed, map: null };
    },
  },
});
