import type { Shape } from './shape.ts';

export interface Element {
  readonly name: string;
  /** Text, or child elements. */
  readonly content: string | readonly Element[];
}

export const text = (name: string, content: string): Element => ({ name, content });
export const element = (name: string, content: readonly Element[]): Element => ({ name, content });

/** A document's octets, laid out and encoded the way its reporter does it. */
export function documentOf(root: Element, shape: Shape): Buffer {
  const lineEnd = shape.indent === undefined ? '' : (shape.lineEnd ?? '\n');
  const declaration = shape.declaration === undefined ? '' : `${shape.declaration}${lineEnd}`;
  const whole = `${shape.byteOrderMark === true ? '\uFEFF' : ''}${declaration}${written(root, shape, lineEnd, 0)}`;
  return Buffer.from(whole, shape.encoding ?? 'utf8');
}

function written(node: Element, shape: Shape, lineEnd: string, depth: number): string {
  const indent = (shape.indent ?? '').repeat(depth);
  const name = shape.prefix === undefined || node.name.includes(':') ? node.name : `${shape.prefix}:${node.name}`;
  const opening = depth === 0 && shape.root !== undefined ? `${name} ${shape.root}` : name;
  if (node.content === '') return `${indent}<${opening}/>${lineEnd}`;
  if (typeof node.content === 'string') {
    return `${indent}<${opening}>${escaped(node.content, shape)}</${name}>${lineEnd}`;
  }
  const children = node.content.map((child) => written(child, shape, lineEnd, depth + 1)).join('');
  return `${indent}<${opening}>${lineEnd}${children}${indent}</${name}>${lineEnd}`;
}

const escaped = (content: string, shape: Shape): string => {
  const ampersand = shape.bareAmpersand === true ? content : content.replaceAll('&', '&amp;');
  return ampersand.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
};
