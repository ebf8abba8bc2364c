/** A start tag with its namespaces resolved. */
export interface SvgTag {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, SvgAttribute>>;
}
export interface SvgAttribute {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
export const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';

/** What is wrong, before it has a place. */
export interface SvgFault<Code extends string> {
  readonly code: Code;
  readonly message: string;
}

/** The value of an attribute without namespace. */
export const attributeOf = ({ attributes }: SvgTag, name: string): string | undefined =>
  Object.values(attributes).find(({ local, uri }) => local === name && uri === '')?.value;
