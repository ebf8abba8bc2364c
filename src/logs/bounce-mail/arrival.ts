const SUBJECT =
  /\b(?:mail|message|e-?mail)[\w ]{0,20} delivered\b|^(?:message )?delivered\b|^(?:relayed|expanded):|\((?:success|relay(?:ed)?|delivered)\)|delivery (?:confirmation|receipt|notification)|^zugestellt:|^(?:remis|distribué) ?:|^entregad[oa]:|^consegnato:|^entregue:|^bezorgd:|^levere(?:rat|t):|^dostarczono:|^доставлено:|^配信済み|^已送达/iu;
const ARRIVED =
  /(?:was|were|has been|have been|is) (?:successfully )?(?:delivered|relayed)|successfully (?:delivered|relayed)|delivery [^\n]{0,60}(?:is complete|was successful)|message delivered|wurde (?:erfolgreich )?zugestellt|a été (?:remis|distribué|transmis)|(?:ha sido|se ha) entregado|è stato (?:consegnato|recapitato)|foi entregue|is bezorgd|har levererats|er leveret|доставлено|配信されました|已送达/iu;
const NOT =
  /\b(?:not|could|never|nicht|pas|no|non|niet|ikke|inte)\b|n['’]t\b|não |не |fail|undeliver|unable|reject|refus|delay|(?:^|\s)[45]\d\d[\s-]/iu;
/** Characters of the text that are looked at: what became of a message is said at its beginning. */
const SEEN = 4000;

/** Whether it is a note that a message got there, as some ask for: no failure and no delay is told in it. */
export const tellsArrival = (subject: string, told: string): boolean =>
  SUBJECT.test(subject) && !NOT.test(subject) && ARRIVED.test(told) && !NOT.test(told.slice(0, SEEN));
