import { ENGLISH } from '../english.ts';
import { inTurn, oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';

/** Dutch, and the Nordic languages beside it. */
export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules: [
    [
      oneOf(
        inTurn(
          oneOf(
            /postbus|mailbox|postvak/i, // Dutch
            /brevl[åa]da|postl[åa]da/i, // Swedish
            /postkasse|postboks|innboks/i, // Danish, Norwegian
          ),
          /.{0,40}/i,
          /vol\b|full\b|fuld\b|overschreden/i,
        ),
        /(?:lagringsutrymme|lagringsplass|lagerplads|opslagruimte).{0,30}(?:slut|full|brugt|vol)/i,
      ),
      'mailbox-full',
    ],
    [
      /(?:account|mailbox|postvak|konto).{0,40}(?:geblokkeerd|opgeheven|gedeactiveerd|inaktiv|spärra|sperret|lukket)/i,
      'mailbox-disabled',
    ],
    [
      oneOf(
        inTurn(
          oneOf(
            /gebruiker|ontvanger|adres|postvak|mailbox/i, // Dutch
            /mottagare|användare/i, // Swedish
            /modtager|bruger/i, // Danish
            /mottaker|bruker/i, // Norwegian
          ),
          /.{0,50}/i,
          oneOf(
            /onbekend|bestaat niet|niet (?:gevonden|bekend)|ongeldig/i, // Dutch
            /ok[äa]nd|finns inte|ogiltig|hittades inte/i, // Swedish
            /findes ikke|ukendt|ugyldig/i, // Danish
            /finnes ikke|ukjent/i, // Norwegian
          ),
        ),
        /onbekende (?:gebruiker|ontvanger)/i,
        /(?:ok[äa]nd|ukjent|ukendt|ogiltig|ugyldig) (?:mottagare|mottaker|modtager|användare|bruger|bruker|adress)/i,
        /kontot? (?:finns|finnes|findes|bestaat) (?:inte|ikke|niet)/i,
      ),
      'user-unknown',
    ],
    [
      oneOf(
        /(?:inte|ej) att hitta.{0,20}adress|finner ikke.{0,20}adress/i,
        inTurn(
          /adres(?:sen|se|s)?\b.{0,20}/i,
          oneOf(
            /(?:blev|ble|kunde|kunne) (?:ikke|inte) (?:fundet|funnet|hittas|findes|finnes)/i,
            /niet kan worden gevonden|kan niet worden gevonden/i,
          ),
        ),
      ),
      'user-unknown',
    ],
    [/te veel (?:verbindingen|berichten)|f[öo]r m[åa]nga|for mange/i, 'rate-limited'],
    [/(?:bericht|meddelande).{0,20}(?:te groot|f[öo]r stort)/i, 'message-too-large'],
  ],
  sources: [{ url: 'https://www.kpn.com/service/internet/e-mail.htm', checked: '2026-11' }],
});
