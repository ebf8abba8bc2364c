/** Characters of an entity that is read. A reference to it has three at least, so no text grows by more than some twenty times. */
const LONGEST = 64;
/** Entities of one document. Stops declarations of millions, all of which would be remembered. */
const MOST = 32;
const NAME = '[A-Za-z_][\\w.-]{0,63}';
/** A general entity with its text (XML §4.2). */
const PLAIN = new RegExp(`<!ENTITY\\s{1,64}(${NAME})\\s{1,64}(?:"([^"]*)"|'([^']*)')\\s{0,64}>`, 'y');
/** Other declarations, which may hold brackets in quotes, comments and instructions. Parameter entities are none of these. */
const OTHER =
  /\s{1,64}|<!--[^]*?-->|<\?[^]*?\?>|<!(?:ELEMENT|ATTLIST|NOTATION|ENTITY\s{1,64}(?![\s%]))(?:[^"'<>]|"[^"]*"|'[^']*')*>/y;

/**
 * The entities a document type declaration declares that are short and plain text: their references can be read, since
 * nothing is fetched for that and nothing grows. What holds markup or a reference itself (billion laughs), or lies elsewhere
 * (XXE), is not among them. None where parameter entities could change what is declared.
 */
export function plainEntities(doctype: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  for (let at = doctype.indexOf('[') + 1; at > 0 && at < doctype.length && doctype[at] !== ']';) {
    PLAIN.lastIndex = at;
    OTHER.lastIndex = at;
    const [declaration, name, quoted, single] = PLAIN.exec(doctype) ?? [];
    const text = quoted ?? single ?? '';
    // The first of several binds (§4.2), also where that one is not read.
    if (name !== undefined && !entities.has(name)) entities.set(name, isPlain(text) ? text : '');
    const length = declaration?.length ?? OTHER.exec(doctype)?.[0].length;
    if (length === undefined || entities.size > MOST) return new Map();
    at += length;
  }
  return new Map([...entities].filter(([, text]) => text !== ''));
}

const isPlain = (text: string): boolean => text.length <= LONGEST && !/[<&%]/.test(text);
