import { inTurn, oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** Connections, and what becomes of mail in the server itself. */
export const wayThere: readonly Rule[] = [
  // The way there
  [
    oneOf(
      /retry time not reached|connect to .{1,80}: (?:Connection|No route|Network|Operation)/i,
      /Connection (?:timed out|reset|lost|aborted|was (?:dropped|reset|closed))/i,
      /^(?!(?:\S+; ?)?5\d\d ).*Connection (?:refused|dropped|closed)(?! (?:due|because|by pol))/i,
      /greeting failed|connection .{0,40} is broken|No route to host|Network (?:is )?unreachable/i,
      /host (?:is )?(?:unreachable|not reachable)|lost connection|conversation with .{1,80} timed out/i,
      /timed out while|Operation timed out|timeout (?:exceeded|while|waiting|after|- closing)/i,
      /Unable to connect|could not connect|can ?not connect to|couldn't connect|failed to connect/i,
      /Deferred: (?:Connection|Operation)|wasn't able to establish an SMTP connection|Broken pipe/i,
      /remote (?:host|server) (?:closed|dropped|not respond)|SMTP timeout|no answer from host/i,
      /did not (?:respond|answer)|unexpected (?:disconnect|EOF|response)|Remote end closed/i,
      /read (?:error|timeout)|write (?:error (?:over|on|to|in)|timeout)|socket (?:error|closed)/i,
      /connection (?:error|failure|attempt failed|could not be)|premature(?:ly)? (?:closed|end)/i,
      /Idle timeout|error reading from remote/i,
      /\bno (?:MXs?|mail \w+|(?:mail )?hosts?|servers?)\b.{0,40}\bc(?:ould|an) be (?:reached|contacted)/i,
      /\b(?:MXs?|hosts?|servers?|exchangers?)\b.{0,20}\b(?:could not|cannot|can't) be (?:reached|contacted)/i,
      /network error|I\/O error|server has closed the connection|no connection could be made/i,
    ),
    'connection',
  ],
  // Local delivery, and the machine itself
  [
    /mail system (?:is )?full|insufficient (?:system |disk )(?:storage|resources|space)|disk (?:is )?full|No space left|queue file (?:write|size)/i,
    'system-error',
  ],
  [/\bCommand output:.{0,80}\bover ?quota\b/i, 'mailbox-full'],
  [
    oneOf(
      /unknown mailer error|procmail: (?:Couldn't|Lock|Error)|can't create (?:user )?output(?!.*\bquota)/i,
      /temporary (?:\w+ )?failure\b(?! (?:in|of|during) (?:\w+ )?(?:look-?up|resolution))|local error/i,
      /configuration (?:error|problem|issue|fault)|(?:error|problem) in .{0,20}configuration/i,
      /Local delivery failed|transport (?:error|unavailable)|mail transport unavailable/i,
      /delivery temporarily suspended|alias database unavailable/i,
      /internal (?:server |system |software )?(?:error|failure)/i,
      inTurn(
        /Service (?:is )?(?:currently |temporarily )?(?:unavailable|not available)/i,
        oneOf(
          /\W*$/i,
          /(?= ?(?:[-,;] ?)?(?:please |kindly )?(?:(?:re)?try|closing|and (?:the )?(?:connection|channel)))/i,
        ),
      ),
      /Relay Server Not Ready/i,
      /server (?:is |was )?(?:temporarily |currently )?(?:not available|unavailable|too busy|overloaded|busy)/i,
      /can ?not (?:open|create|write|read) (?:\S+ ){0,3}file|unable to (?:contact|connect to) LDAP/i,
      /System config|System not accepting|Server shutting down|System is (?:busy|overloaded)/i,
      /trouble in home directory|queue file write error|Unable to (?:open|read|write)/i,
      /Resources? (?:temporarily |currently )?unavailable/i,
      /temporar(?:y|il) (?:system|server|local) (?:problem|error|failure)|Temporarily unable to process/i,
      /recipient deferred because there is no Mdb|could not be (?:verified|completed)(?: at this time)?/i,
      /callout (?:could not|timed)|Address verification in progress|Temporary lookup failure/i,
      /DRD for domain/i,
    ),
    'system-error',
  ],
];
