import { foldGroup, foldSection } from './fold.ts';
import type { Groups } from './groups.ts';
import type { MailboxProviders } from './mailbox-providers.ts';

/**
 * Whom a domain's mail is hosted by may be told late, as where a service's export is read before the log that names the MX:
 * what was counted for the domain until then counts for its provider. So the order of files makes no difference.
 */
export function foldLateProviders({ sections }: Groups, { hostOf }: MailboxProviders, isFirst: boolean): void {
  if (!isFirst) {
    for (const { groups } of sections.values())
      for (const [id, group] of groups) {
        const provider = hostOf(id);
        if (provider === undefined) continue;
        // Hours are kept of providers only, and whoever has them is taken for one.
        groups.set(id, { ...group, hours: group.hours ?? new Map() });
        foldGroup(groups, id, groups, provider);
      }
    return;
  }
  for (const [id, section] of sections) {
    const provider = hostOf(id);
    if (provider === undefined) continue;
    sections.delete(id);
    const present = sections.get(provider.id);
    if (present === undefined) sections.set(provider.id, { ...section, label: provider });
    else foldSection(section, present);
  }
}
