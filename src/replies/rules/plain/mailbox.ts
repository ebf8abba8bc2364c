import { inTurn, oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** The mailbox, and who it belongs to. */
export const plainMailbox: readonly Rule[] = [
  [
    oneOf(
      /\b(?:no|not enough|little|without) (?:more |any |free |enough )?(?:room|space|storage)\b/i,
      /\bout of (?:room|space|storage)\b/i,
      /\b(?:used up|exhausted|maxed out|consumed|filled)\b.{0,30}\b(?:storage|space|quota|allowance|mail ?box|inbox|room)\b/i,
      /\b(?:storage|space|quota|mail ?box|inbox)\b.{0,20}\b(?:used up|exhausted|maxed out|consumed|filled|overflow\w*)\b/i,
      /\b(?:hit|met) (?:its|the|their) (?:size |storage )?(?:limit|quota|cap)\b/i,
      /\b(?:mail ?box|inbox|account|storage)\b.{0,30}\b(?:at|reached|over|beyond|above) (?:its |the )?(?:capacity|maximum|limit|quota)\b/i,
      /\b(?:mail ?box|inbox)\b.{0,20}\b(?:over-?(?:flow|fill|load|stuff|size)\w*|can ?not hold|is packed|crammed)/i,
      /\b(?:empty|clean|clear|tidy) (?:out |up )?(?:his|her|their|the) (?:mail ?box|inbox)/i,
    ),
    'mailbox-full',
  ],
  [
    oneOf(
      inTurn(
        /\b/i,
        oneOf(
          /dormant|abandoned|decommissioned|graduated|resigned|deceased|departed|passed away|wound up/i,
          /de-?provisioned|off-?boarded|withdrawn|retired/i,
        ),
        /\b/i,
      ),
      inTurn(
        /\b(?:mail ?box|account|address|user|recipient|login|access)\b.{0,30}\b/i,
        oneOf(
          /revoked|removed|turned off|switched off|shut (?:down|off)|taken down|deleted|erased|purged/i,
          /barred|cut off/i,
        ),
        /\b/i,
      ),
      /\b(?:not|never) (?:been )?(?:opened|used|accessed|checked|logged in|signed in)\b.{0,30}\b(?:for|in|since|over)\b/i,
      /\bleft (?:us|our|the (?:firm|school|organi[sz]ation|university|team))\b/i,
    ),
    'mailbox-disabled',
  ],
  [
    oneOf(
      /\b(?:look-?up|search|query)\b.{0,30}\b(?:returned|found|gave|yielded|brought) (?:nothing|none|no)\b/i,
      inTurn(
        /\b(?:don't|do not|doesn't|does not|didn't|did not) (?:have|know|find|recogni[sz]e|host|serve|see)\b.{0,30}\b/i,
        /user|customer|mail ?box|person|recipient|account|address|member|employee|student|name/i,
        /\b/i,
      ),
      /\b(?:nobody|no-?one|no person|no employee|no student|none)\b.{0,30}\b(?:name|address|here|called|known)\b/i,
      inTurn(
        /\b(?:mail ?box|user|recipient|address|account|person|name)\b.{0,20}\b(?:isn't|is not|aren't|not) /i,
        /one of|on|in|among|part of|known|provisioned|set up|configured|hosted|recorded|ours?|mine/i,
        /\b/i,
      ),
      /\bno (?:record|trace|sign|match|listing|entry) (?:of|for)\b/i,
      /\b(?:could|can) ?n[o']t be (?:matched|mapped|assigned|located|traced)\b/i,
      /\bunable to (?:match|locate|identify|find)\b/i,
      /\bno (?:mail ?box|account|user|recipient)\b.{0,20}\b(?:found|exists?|here|by)\b|\bnever existed\b/i,
      /\b(?:belongs?|assigned|corresponds?) to (?:no|none|nobody)\b/i,
      /\bnot (?:assigned|attached|mapped) to (?:any|an?)\b|\bmisspel(?:t|led)\b|\btypo\b/i,
    ),
    'user-unknown',
  ],
];
