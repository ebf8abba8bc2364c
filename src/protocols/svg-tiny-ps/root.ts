import { quote } from '../tag-list.ts';
import { attributeOf, SVG_NAMESPACE, type SvgFault, type SvgTag } from './tag.ts';

/** What the profile wants of the root element and the title (draft-svg-tiny-ps-abrotman §2). */
export type SvgRootCode =
  /** The root is no `svg` of the SVG namespace. */
  | 'root'
  /** `version` is not `1.2`. */
  | 'version'
  /** `baseProfile` is not `tiny-ps`. */
  | 'base-profile'
  /** The root has `x` or `y`. */
  | 'root-position'
  /** There is no `viewBox` that could be read. */
  | 'view-box'
  /** The image is wider than high, or higher than wide. */
  | 'not-square'
  /** `width` or `height` is relative, or below what Gmail wants. */
  | 'dimensions'
  /** There is no title below the root, or nothing in it. */
  | 'title'
  | 'title-length';

/** The profile's schema allows no longer title. */
const TITLE_LENGTH = 65;
/** Gmail wants absolute dimensions of at least this many pixels, where there are any. */
const LEAST_PIXELS = 96;
/** Sides that differ by less are the same: drawing programs round. */
const ROUNDING = 0.001;

type Fault = SvgFault<SvgRootCode>;

export function rootFaults(tag: SvgTag): Fault[] {
  if (tag.local !== 'svg' || tag.uri !== SVG_NAMESPACE) {
    const what = tag.local === 'svg' ? 'is not of the SVG namespace' : `is ${quote(tag.name)} and has to be "svg"`;
    return [{ code: 'root', message: `The root element ${what}` }];
  }
  const faults: Fault[] = [];
  const has = (name: string, wanted: string, code: SvgRootCode): void => {
    const value = attributeOf(tag, name);
    if (value === wanted) return;
    const what = value === undefined ? 'is missing' : `is ${quote(value)}`;
    faults.push({ code, message: `The attribute ${name} ${what} and has to be "${wanted}"` });
  };
  has('version', '1.2', 'version');
  has('baseProfile', 'tiny-ps', 'base-profile');
  for (const name of ['x', 'y'])
    if (attributeOf(tag, name) !== undefined)
      faults.push({ code: 'root-position', message: `The root element has the attribute ${name}` });
  return [...faults, ...shapeFaults(tag)];
}

/** The title below the root: `text` is undefined where there is none. */
export function titleFaults(text: string | undefined): Fault[] {
  const title = text?.trim() ?? '';
  if (title === '') {
    return [{ code: 'title', message: text === undefined ? 'There is no title' : 'There is an empty title' }];
  }
  const { length } = Array.from(title);
  if (length <= TITLE_LENGTH) return [];
  return [{ code: 'title-length', message: `The title has ${length} characters and may have ${TITLE_LENGTH}` }];
}

/** Width and height of the `viewBox` (SVG Tiny 1.2 §7.9). */
export function viewBoxOf(tag: SvgTag): { readonly width: number; readonly height: number } | undefined {
  const numbers = (attributeOf(tag, 'viewBox') ?? '').trim().split(/[\s,]+/);
  const [width, height] = [Number(numbers[2]), Number(numbers[3])];
  if (numbers.length !== 4 || !numbers.every((number) => number !== '' && Number.isFinite(Number(number))))
    return undefined;
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function shapeFaults(tag: SvgTag): Fault[] {
  const faults: Fault[] = [];
  const box = viewBoxOf(tag);
  const written = attributeOf(tag, 'viewBox');
  if (box === undefined) {
    const message = written === undefined ? 'There is no viewBox' : `The viewBox ${quote(written)} is no drawing area`;
    faults.push({ code: 'view-box', message });
  }
  const sides = { width: pixels(attributeOf(tag, 'width')), height: pixels(attributeOf(tag, 'height')) };
  const size = box ?? (sides.width && sides.height ? { width: sides.width, height: sides.height } : undefined);
  if (size !== undefined && Math.abs(size.width / size.height - 1) > ROUNDING) {
    faults.push({ code: 'not-square', message: `The image is ${size.width} wide and ${size.height} high` });
  }
  for (const name of ['width', 'height'] as const) {
    const value = attributeOf(tag, name);
    const number = sides[name];
    if (value === undefined || (number !== undefined && number >= LEAST_PIXELS)) continue;
    const message =
      number === undefined
        ? `The ${name} is ${quote(value)}, which is no number of pixels`
        : `The ${name} is ${quote(value)}`;
    faults.push({ code: 'dimensions', message });
  }
  return faults;
}

/** A length in pixels; undefined for anything relative. */
function pixels(value: string | undefined): number | undefined {
  const number = /^\s*(\d{1,9}(?:\.\d{0,9})?)(?:px)?\s*$/.exec(value ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}
