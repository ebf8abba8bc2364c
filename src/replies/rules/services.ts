import type { ReplyClass } from '../class.ts';

/**
 * The sending services' own words for why: lower case, letters and digits only. Where a word says no more than «hard»,
 * «soft» or «other», it is not here. Numbers are SparkPost's and Postmark's.
 *
 * Read 2026-11: SendGrid bounce classifications and drop reasons; SparkPost bounce classification codes
 * (support.sparkpost.com/docs/deliverability/bounce-classification-codes); Amazon SES bounce and delay types; Postmark
 * bounce types; Mailgun event reasons; PowerMTA bounce categories; KumoMTA classes; Mandrill bounce descriptions and
 * reject reasons; Mailjet errors; Elastic Email categories; Brevo events; Mailtrap, MailerSend, Resend, Iterable,
 * Salesforce Marketing Cloud bounce categories; Azure Communication Services, Sweego, Unisender Go delivery statuses.
 */
const words: Readonly<Partial<Record<ReplyClass, string>>> = {
  'user-unknown':
    'invalidaddress invalidrecipient badmailbox bademailaddress badmailboxaddress 10 30 noemail nomailbox userunknown ' +
    'invalidemail mailboxnotfound unknownuser unknownrecipient nosuchuser invalidmailbox mailboxdoesnotexist 100000 ' +
    'addresschange 128 norcpt invalid badaddress nonexistentrecipient typofix erruserunknown errunreachable ' +
    'nonexistentaddress',
  'mailbox-full':
    'mailboxfull 22 quotaissues quotaexceeded overquota mailboxquotaexceeded mailboxisfull storagefull errmailboxfull ' +
    'capacity',
  'mailbox-disabled':
    'inactivemailbox mailboxunavailable mailboxinactive inactiverecipient accountdisabled mailboxdisabled ' +
    'erruserinactive errmailboxdiscarded',
  'domain-unknown': 'baddomain invaliddomain nomailhost domainnotfound nosuchdomain invalidhost nomx errdomaininactive',
  dns: 'dnsfailure 21 dnserror 256 dnsproblem ipfailure',
  routing: 'routingerrors norelayhost routing',
  connection:
    'badconnection noanswerfromhost connectionissue connectionproblem connectionterminated connectionerror ' +
    'transientcommunicationfailure connectiontimeout noanswer',
  greylisted: 'greylisted greylisting greylist',
  'rate-limited':
    'frequencyorvolumetoohigh frequencyvolume frequency throttled ratelimited throttling sendingdeferral ' +
    'toomanyconnections ratelimit volume duplicateincampaign recipientlistoverpackagequota maxsendsexceeded',
  'ip-blocked':
    '50 espblock blacklisted blacklist ipblocked mailblock blocked 100006 blockedip blocklisted errblacklisted',
  'ip-reputation': 'reputation badreputation',
  'spam-content':
    'spamblock 51 spamcontent 52 spamrelated content contentrelated contentrejected spamdetected spamnotification 512 ' +
    'spam contentblocked spamcontentifspamcheckerappenabled errspamrejected filteredspam quarantined',
  malware: '53 prohibitedattachment attachmentrejected virusrelated virusnotification 8192 virus attachment badcontent',
  'auth-failed': 'authenticationfailed spfproblem unsigned authentication senderauthentication',
  'dmarc-policy': 'dmarcpolicy 100009 dmarc',
  'relaying-denied': '54 relayingdenied relayingissues relaydenied accountproblem openrelaytest 1024 accessdenied',
  policy: 'policyrelated policyissue policy rule recipientpolicy adminfailure 25',
  'sender-rejected': 'invalidsender senderblocked badsender unauthorizedsender invalidfrom',
  'message-too-large': 'toolarge 23 messagetoolarge messagesizeexceeded oversize errtoolarge',
  'too-many-recipients': 'toomanyrecipients',
  malformed:
    'codeerror invalidsmtpapiheader templaterenderingfailed 100010 renderingfailure badoremptytemplate ' +
    'errorintemplatelanguage protocolissue',
  protocol: 'protocolerrors protocolerror protocol',
  'system-error':
    'technical transientfailure 70 systemissue internalfailure recipientservererror badconfiguration smtpapierror ' +
    '100007 technicalother inbounderror 100008 serverbusy byoiphostnamelookupunavailable',
  expired: 'timeout 24 messageexpired expired customtimeoutexceeded old toold deliverytimeexpired messagetimeout',
  loop: 'loop mailloop routingloop',
  suppressed:
    'suppressed suppression onaccountsuppressionlist suppressbounce suppresscomplaint suppressunsubscribe ' +
    'bouncedaddress spamreportingaddress unsubscribedaddress unsubscribed unsubscribe 90 unsub 26 smartsendsuppression ' +
    'globalsuppression hardbouncesuppression manuallydeactivated 100002 inactive rejectlist rejectionlist spamcomplaint 100001 ' +
    'spamreporter 605 606 607 previouslybounced manualcancel onsuppressionlist unconfirmed 100003 602 ' +
    'errunsubscribed errspamskipped notdelivered preblocked',
  challenge: '100 challengeresponse challengeverification 16384',
  'auto-reply': '60 autoreply autoresponder 64 vacation outofoffice autoreplied',
};

export const serviceWords: ReadonlyMap<string, ReplyClass> = new Map(
  Object.entries(words).flatMap(([name, list]) => list.split(' ').map((word) => [word, name as ReplyClass] as const)),
);
