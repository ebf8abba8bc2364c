import { quote } from '../tag-list.ts';
import { SVG_NAMESPACE, XLINK_NAMESPACE, type SvgAttribute, type SvgFault, type SvgTag } from './tag.ts';

/** What the profile wants of elements and attributes (draft-svg-tiny-ps-abrotman §2). */
export type SvgContentCode =
  /** `script`, event handlers, `javascript:`. */
  | 'script'
  /** A reference to anything but a part of the file itself. */
  | 'reference'
  /** A picture made of pixels, embedded or elsewhere. */
  | 'raster-image'
  | 'animation'
  /** Links and whatever else answers to the viewer, sound and film included. */
  | 'interactivity'
  /** Style sheets: `<style>` and `style="…"`. */
  | 'style'
  /** An element the profile does not hold. */
  | 'element'
  /** An attribute that needs such an element: masks, clipping, filters. */
  | 'attribute';

type Fault = SvgFault<SvgContentCode>;

const XML_EVENTS = 'http://www.w3.org/2001/xml-events';
const XHTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';
const XMLNS = 'http://www.w3.org/2000/xmlns/';

const ALLOWED: ReadonlySet<string> = new Set(
  (
    'svg g defs use switch title desc metadata path rect circle ellipse line polyline polygon ' +
    'text tspan textArea tbreak linearGradient radialGradient stop solidColor'
  ).split(' '),
);

const REFUSED: ReadonlyMap<string, Exclude<SvgContentCode, 'element'>> = new Map([
  ...(['script', 'handler', 'listener'] as const).map((name) => [name, 'script'] as const),
  ...(['animate', 'animateColor', 'animateMotion', 'animateTransform', 'mpath', 'set', 'discard'] as const).map(
    (name) => [name, 'animation'] as const,
  ),
  ...(['a', 'audio', 'video', 'animation', 'prefetch', 'cursor', 'view'] as const).map(
    (name) => [name, 'interactivity'] as const,
  ),
  ['image', 'raster-image'],
  ['style', 'style'],
]);

/** Attributes of full SVG that no profile for small devices has. */
const BEYOND: ReadonlySet<string> = new Set([
  'clip-path',
  'mask',
  'filter',
  'marker-start',
  'marker-mid',
  'marker-end',
]);

/** Attributes by which elements of XHTML fetch something. */
const SOURCES: ReadonlySet<string> = new Set(['src', 'srcset', 'data', 'poster', 'background']);

/** What an element below the root is doing there. */
export function elementFaults({ name, local, uri }: SvgTag): Fault[] {
  if (uri === SVG_NAMESPACE && local !== 'svg' && ALLOWED.has(local)) return [];
  const code = uri === SVG_NAMESPACE || uri === XML_EVENTS ? REFUSED.get(local) : undefined;
  return [{ code: code ?? 'element', message: `There is the element ${quote(name)}` }];
}

/** Faults of one tag's attributes. Those of a refused element add nothing to it. */
export function attributeFaults(tag: SvgTag): Fault[] {
  if (tag.uri !== SVG_NAMESPACE || !ALLOWED.has(tag.local)) return [];
  return Object.values(tag.attributes).flatMap((attribute) => attributeFault(attribute) ?? []);
}

/**
 * Faults of one tag inside of `metadata`, which may hold anything, for nobody draws it. But browsers run the scripts of
 * SVG and XHTML wherever they stand, and fetch what these refer to.
 */
export function metadataFaults(tag: SvgTag): Fault[] {
  const { name, local, uri } = tag;
  if (uri !== SVG_NAMESPACE && uri !== XHTML_NAMESPACE && uri !== XML_EVENTS) return [];
  if (REFUSED.get(local) === 'script') return [{ code: 'script', message: `There is the element ${quote(name)}` }];
  return Object.values(tag.attributes)
    .flatMap((attribute) => [
      ...(uri === XHTML_NAMESPACE ? sourceFaults(attribute) : []),
      ...[attributeFault(attribute) ?? []].flat(),
    ])
    .filter(({ code }) => code === 'script' || code === 'reference');
}

/** `<img src="…">` and its like, which only XHTML has. */
function sourceFaults({ name, local, uri, value }: SvgAttribute): Fault[] {
  if (uri !== '' || !SOURCES.has(local) || /^\s*(?:#|data:|$)/i.test(value)) return [];
  return [referenceFault(name, value.trim())];
}

const referenceFault = (attribute: string, target: string): Fault => ({
  code: 'reference',
  message: `The attribute ${quote(attribute)} refers to ${quote(target)}, which is not in the file`,
});

function attributeFault({ name, local, uri, value }: SvgAttribute): Fault | undefined {
  if (uri === XMLNS) return undefined;
  const plain = uri === '' ? local : undefined;
  if (plain !== undefined && /^on[a-z]/i.test(plain)) {
    return { code: 'script', message: `There is the event handler ${quote(name)}` };
  }
  const written = value.trim();
  if (/^(?:java|vb)script:/i.test(written))
    return { code: 'script', message: `The attribute ${quote(name)} holds a script` };
  if (local === 'href' && (plain !== undefined || uri === XLINK_NAMESPACE)) {
    if (written.startsWith('#')) return undefined;
    if (/^data:image\//i.test(written))
      return { code: 'raster-image', message: `The attribute ${quote(name)} embeds an image` };
    return referenceFault(name, written);
  }
  if (plain === 'style') return { code: 'style', message: 'There is the attribute "style"' };
  // Linear: one run of blanks, one optional quote.
  const outside = /url\(\s{0,8}["']?(?!\s|["']|#)([^)"']{0,200})/i.exec(value)?.[1];
  if (outside !== undefined) return referenceFault(name, outside);
  if (plain !== undefined && BEYOND.has(plain)) {
    return { code: 'attribute', message: `There is the attribute ${quote(plain)}` };
  }
  return undefined;
}
