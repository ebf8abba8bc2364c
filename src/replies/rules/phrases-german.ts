import { ENGLISH } from '../english.ts';
import { inTurn, oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';

export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules: [
    // A house that takes no mail from outside; of which sender it speaks does not matter.
    [/\bextern\w* Absender/i, 'policy'],
    [
      /nicht (?:berechtigt|befugt|autorisiert).{0,60}(?:zu senden|zu schicken)|keine Berechtigung.{0,60}(?:senden|Empfänger)/i,
      'policy',
    ],
    [
      inTurn(
        /Absender.{0,30}(?:vo[nm]|durch) (?:(?:den|die|der|dem) )?(?:Empf(?:ä|ae)nger|Benutzer|Postfachinhaber)\w*.{0,20}/i,
        /(?:gesperrt|blockiert|abgelehnt)/i,
      ),
      'sender-rejected',
    ],
    [
      oneOf(
        /(?:unzulässig|unerlaubt|verboten|nicht (?:erlaubt|zugelassen|zulässig))\w*.{0,20}(?:Anhang|Anhänge|Anlage|Dateityp|Dateiendung)/i,
        /(?:anhang|anhänge|anlage|dateityp|dateiendung)\w*.{0,20}(?:unzulässig|verboten|nicht (?:erlaubt|zugelassen|zulässig|gestattet))/i,
      ),
      'malware',
    ],
    [/Zeitüberschreitung|Zeitueberschreitung/i, 'connection'],
    [/ungewöhnlich\w* (?:Anzahl|Menge|Rate)|in einer Geschwindigkeit/i, 'rate-limited'],
    [/(?:Postfach|Mailbox|Konto).{0,30}(?:vorübergehend|voruebergehend|derzeit|zurzeit) nicht/i, 'system-error'],
    // Domino's database is the mailbox.
    [/Datenbank.{0,60}(?:Gr(?:ö|oe)(?:ß|ss)e|Gr(?:ö|oe)(?:ß|ss)enlimit|Quota|Kontingent|voll)/i, 'mailbox-full'],
    [
      oneOf(
        /(?:Postfach|Mailbox|Konto|Speicher\w*|Quota)\b.{0,50}(?:voll|überschritten|ueberschritten|erschöpft|ausgeschöpft|erreicht|überfüllt)/i,
        /kein(?:en)? (?:freien? )?Speicher/i,
      ),
      'mailbox-full',
    ],
    [
      inTurn(
        /(?:Postfach|Konto|Benutzer|Account|Empf(?:ä|ae)nger|Adresse).{0,40}/i,
        /gesperrt|deaktiviert|inaktiv|stillgelegt|geschlossen|gelöscht|abgeschaltet|nicht (?:mehr )?aktiv/i,
      ),
      'mailbox-disabled',
    ],
    [
      oneOf(
        inTurn(
          /Benutzer|Empf(?:ä|ae)nger|Adresse|Postfach|Mailbox|Teilnehmer|Konto/i,
          /.{0,50}/i,
          oneOf(
            /unbekannt|nicht (?:bekannt|gefunden|vorhanden|gültig|gueltig)|existiert nicht|ungültig/i,
            /ungueltig|unzustellbar/i,
          ),
        ),
        /unbekannte[rs]? (?:Benutzer|Empf|Adresse|Teilnehmer)/i,
        /kein(?:en)? (?:solche[nrs]? )?(?:Benutzer|Postfach|Empf(?:ä|ae)nger)/i,
      ),
      'user-unknown',
    ],
    [/zu viele Empf(?:ä|ae)nger(?!.{0,20}\b(?:pro|je|in|innerhalb)\b)/i, 'too-many-recipients'],
    [
      /zu viele (?:Verbindungen|Nachrichten|E-?Mails|Mails|Empf)|Limit .{0,20}(?:überschritten|erreicht)|zu schnell/i,
      'rate-limited',
    ],
    [/(?:Nachricht|E-?Mail|Mail|Anhang).{0,30}zu gro(?:ß|ss)|maximale .{0,20}größe/i, 'message-too-large'],
    [/als (?:Spam|unerwünscht)|Spamverdacht|Werbe-?mail/i, 'spam-content'],
    [/Absender.{0,60}(?:Sperrliste|schwarze[nr]? Liste|Blacklist|blockiert)/i, 'sender-rejected'],
    [/Sperrliste|auf (?:der|einer) (?:schwarzen|Black)/i, 'ip-blocked'],
    [/(?:Absender).{0,40}(?:abgelehnt|ungültig|unbekannt|gesperrt|nicht (?:erlaubt|gefunden))/i, 'sender-rejected'],
    [/Virus|Schadsoftware|Schadcode/i, 'malware'],
    [
      /(?:Weiterleit|Relay)\w*.{0,20}(?:nicht (?:erlaubt|gestattet|zugelassen)|verweigert|abgelehnt)/i,
      'relaying-denied',
    ],
    [/Domain.{0,30}(?:existiert nicht|nicht gefunden|unbekannt)/i, 'domain-unknown'],
  ],
  sources: [
    {
      url: 'http://www.sitepackage.de/service/dokumentation/auswertung/typische-fehlermeldungen-bei-unzustellbarkeit.html',
      checked: '2026-11',
    },
  ],
});
