import { visible } from '../core/readable.ts';
import { compoundFile, type CompoundEntry, type CompoundFile } from '../mail/compound-file.ts';
import { headerPart, isOutlookMessage, outlookItems } from '../mail/outlook.ts';
import type { MailItem } from '../mail/sections.ts';
import { type IntakeItem, failedInput } from './document.ts';
import { mailContents } from './mail.ts';
import { type Place, member, nestingFault, stray } from './place.ts';

/** All documents in an Outlook message (.msg), which is at hand. */
export async function* unoutlooked(bytes: Uint8Array, place: Place): AsyncGenerator<IntakeItem> {
  const file = compoundFile(bytes);
  if (typeof file === 'string') yield failedInput(place.path, `Outlook message is damaged: ${file}`);
  else if (isOutlookMessage(file)) yield* message(file, file.root, place);
  else {
    const item = stray(place, 'an old Office file', 'binary');
    if (item !== undefined) yield item;
  }
}

async function* message(file: CompoundFile, storage: CompoundEntry, place: Place): AsyncGenerator<IntakeItem> {
  const tooDeep = nestingFault(place);
  if (tooDeep !== undefined) {
    yield failedInput(place.path, tooDeep);
    return;
  }
  const embedded: { readonly name: string | undefined; readonly storage: CompoundEntry }[] = [];
  const items: MailItem[] = [];
  for (const item of outlookItems(file, storage)) {
    if (item.kind === 'embedded') embedded.push(item);
    else if (item.kind === 'header') items.push({ ...item, type: 'multipart/mixed', parameters: new Map() });
    else items.push(item);
  }
  // Beside a feedback report, a message is what is reported.
  if (items.some((item) => item.kind === 'section' && item.head.type === 'message/feedback-report'))
    items.push(...embedded.splice(0).map((one) => headerPart(file, one.storage)));
  let found = false;
  for (const [at, { name, storage: inner }] of embedded.entries()) {
    for await (const item of message(file, inner, member(place, visible(name ?? `message ${at + 1}`)))) {
      if (item.kind === 'passed-over') continue;
      found = true;
      yield item;
    }
  }
  for await (const item of mailContents(items, place)) if (!found || item.kind !== 'passed-over') yield item;
}
