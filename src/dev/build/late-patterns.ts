import type { Plugin } from 'rolldown';
import { Visitor } from 'rolldown/utils';

/**
 * The patterns of the rules for replies, and of the words they are made of, made when they are first asked: to read one takes
 * as long as to try it, there are three thousand, and a log asks a handful. Their sources are strings in the build, which
 * cost nothing.
 */
export const latePatterns = (): Plugin => ({
  name: 'late-patterns',
  transform: {
    filter: {
      id: /\/src\/replies\/(?:rules|vocabulary)\/.+\.ts$/,
      code: /^export default defineRules\(|: readonly Rule\[\] = \[| = (?:stems|anywhere)\(/m,
    },
    handler(code, id) {
      const found: { readonly start: number; readonly end: number; readonly made: string }[] = [];
      const joined: { readonly start: number; readonly end: number }[] = [];
      const parsed = this.parse(code, { lang: 'ts' });
      new Visitor({
        CallExpression({ callee, start, end }) {
          if (callee.type === 'Identifier' && JOINED.has(callee.name)) joined.push({ start, end });
        },
      }).visit(parsed);
      new Visitor({
        Literal({ start, end, ...literal }) {
          if (!('regex' in literal)) return;
          const [source, flags] = [literal.regex.pattern, literal.regex.flags].map((text) => JSON.stringify(text));
          const isPart = joined.some((call) => call.start < start && end < call.end);
          const made = isPart ? `{ source: ${source}, flags: ${flags} }` : `${LATE}(${source}, ${flags})`;
          found.push({ start, end, made });
        },
      }).visit(parsed);
      if (found.length === 0) return undefined;
      const parts = found.map(({ start, made }, at) => code.slice(found[at - 1]?.end ?? 0, start) + made);
      // Not a line more: the source map holds but for columns.
      const changed = parts.join('') + code.slice(found.at(-1)?.end);
      const up = '../'.repeat((id.split('/src/replies/')[1] ?? '').split('/').length - 1);
      return { code: `import { late as ${LATE} } from '${up}pattern.ts'; ${changed}`, map: null };
    },
  },
});

const LATE = 'latePattern';
/** What makes one pattern of several: of each only the text counts. */
const JOINED: ReadonlySet<string> = new Set(['oneOf', 'inTurn', 'stems', 'anywhere']);
