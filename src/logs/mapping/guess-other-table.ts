import { plainName } from './columns.ts';
import { isSentWord, outcomeOf } from './event-words.ts';
import { isSaidOfAnything } from './guess-handing-over.ts';
import { momentsOf } from './guess-moments.ts';
import { nameScore } from './guess-names.ts';
import { type SampledColumn, share } from './guess-sample.ts';
import type { KindField } from './mapping.ts';
import { MOST_ROWS, MOST_VALUES, type Notes } from './guessing.ts';

interface Table {
  readonly what: string;
  /** What all values of one of its columns must be. */
  readonly needs?: RegExp;
  /** How many of its columns must be there. */
  readonly least: number;
  readonly columns: RegExp;
  /** Logs of mail have such columns, too: only where nothing else says that it is one. */
  readonly isWeak?: true;
  /** Whatever its words say: spam that came in is no complaint. */
  readonly isSure?: true;
  /** Of mails, whose ids it has, but of none that were sent. */
  readonly isOfMails?: true;
}

/** Columns that tables of other things have. */
const TABLES: readonly Table[] = [
  {
    what: 'orders or invoices',
    least: 2,
    columns:
      /^(?:(?:refund|payment|charge)id|order(?:no|number|id|date|status|total\w*)?|ordered(?:at|on|date)|financialstatus|fulfill?mentstatus|currency|subtotal|total|totalamount|totalprice|grandtotal|amount|amountdue|price|unitprice|quantity|qty|sku|tax|vat|paidat|duedate|invoice(?:no|number|id|date|status)?|shippingmethod|shippingaddress|deliveryaddress|deliverydate|courier|driver|lieferadresse|lieferdatum|kurier|livreur|shiptoname|trackingnumber|trackingno|carrier|weight|weightkg|sendungsnummer|paketnummer|gewicht|gewichtkg|spediteur|numerodesuivi|transporteur|poids|numeroguia|transportista|waehrung|wahrung|betrag|gesamtbetrag|summe|preis|menge|mwst|rechnungs?(?:nr|nummer|datum)|bestell(?:nr|nummer|datum|status)|faelligkeit|falligam|montant\w*|devise|prix|tva|datefacture|nfacture|nofacture|numerofacture|datecommande|importe|moneda|precio|iva|factura|pedido|importo|valuta|prezzo|fattura|ordine|bedrag|factuurnummer|kwota|waluta|cena|faktura|金額|注文番号|合計)$/,
  },
  {
    what: 'requests to a server',
    needs: /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/i,
    least: 2,
    columns:
      /^(?:(?:http|request)?method|url|status|statuscode|responsecode|(?:request)?path|uri|requesturi|endpoint|route|httpstatus|useragent|referr?er|querystring)$/,
  },
  {
    what: 'DMARC reports, which `sendaudit dmarc` reads as they came',
    least: 2,
    isSure: true,
    columns:
      /^(?:(?:report)?org(?:anization)?(?:name|email)|reportid|dkimaligned|spfaligned|dmarcaligned|dkimalignment|spfalignment|policy(?:published)?(?:domain|adkim|aspf|p|sp|np|pct)|adkim|aspf|policyevaluated\w+|disposition)$/,
  },
  {
    what: 'mails in a mailbox',
    least: 2,
    isOfMails: true,
    columns:
      /^(?:folder(?:name|path|id)?|parentfolder(?:id)?|mailfolder|isstarred|starred|isflagged|flagged|isread|read|unread|isunread|isarchived|archived|isdraft|importance|hasattachments?|ordner|gelesen|wichtig|dossier|carpeta|cartella|map)$/,
  },
  {
    what: 'what a filter thinks',
    least: 2,
    isOfMails: true,
    columns:
      /^(?:symbols|spamsymbols|score|requiredscore|spamscore|spamhits|spamtests|spamstatus|scantime(?:ms|inms)?|virus(?:name|found)|verdict|threat(?:type|name|id)?|rulehits|passthroughmodule)$/,
  },
  {
    what: 'visits of pages',
    least: 2,
    isSure: true,
    columns: /^(?:page|page(?:url|path|title|id)|element(?:id)?|referr?er|screen(?:name)?|sessionid|scrolldepth)$/,
  },
  {
    what: 'documents to be signed',
    least: 2,
    columns:
      /^(?:signed(?:at|on|date|by)?|signer(?:email|name|status)?|signatory|declined(?:at|on|date)?|envelopeid|contract(?:id|no|name|status)?|signature(?:status|date)|signingstatus|unterzeichner|unterschriebenam|signataire|firmante)$/,
  },
  {
    what: 'appointments',
    least: 2,
    columns:
      /^(?:start|end|starttime|endtime|startdate|enddate|startsat|endsat|location|organi[sz]er|attendees|alldayevent|beginn|ende|ort|raum|debut|fin|lieu)$/,
  },
  {
    what: 'a quarantine of mails that came in',
    least: 1,
    isSure: true,
    columns:
      /^(?:quarantine(?:reason|type|id|status|folder|expiry)?|quarantined(?:at|on|date|time|by)|releasestatus|released(?:at|by|on|to)|quarantane(?:grund|status))$/,
  },
  {
    what: 'invitations',
    least: 1,
    columns:
      /^(?:invited(?:by|at|on)|inviter|invitee|invit(?:e|ation)(?:code|token|link|status|id)|rsvp|eingeladen(?:von|am))$/,
  },
  {
    what: 'notifications on devices',
    least: 1,
    isSure: true,
    columns:
      /^(?:push(?:token|id|title|type|status)|devicetoken|notification(?:title|body)|fcm(?:token|id)|apns(?:token|id))$/,
  },
  {
    what: 'answers to a survey or a form',
    least: 2,
    columns:
      /^(?:score|nps|npsscore|csat|rating|stars|comments?|responseid|respondentid|survey(?:id|name|title)?|question|answer|form(?:id|name|title)|submissionid|submi(?:tted(?:at|on)?|ssiondate)|bewertung|kommentar|umfrage|antwortid|commentaire|enquete|puntuacion|comentarios?|encuesta|valutazione|commento|sondaggio)$/,
  },
  {
    what: 'contacts',
    least: 2,
    isWeak: true,
    columns:
      /^(?:firstname|lastname|fullname|surname|givenname|familyname|phone|phonenumber|mobile|telephone|company|companyname|jobtitle|department|city|country|state|zip|zipcode|postcode|postalcode|street|birthday|birthdate|dateofbirth|gender|hiredate|leadsource|vorname|nachname|anrede|firma|telefon|handy|strasse|plz|ort|land|geburtsdatum|prenom|nomdefamille|nom|societe|telephone|ville|codepostal|pays|memberrating|leadid|leadstatus|optintime|optinip|nombre|apellido|apellidos|empresa|telefono|ciudad|cognome|azienda|citta|cap|voornaam|achternaam|bedrijf|woonplaats|telefoon|imie|nazwisko|miasto|sobrenome|cidade|氏名|姓|名|電話番号|会社名|住所)$/,
  },
];

export interface OtherTable {
  readonly what: string;
  readonly columns: readonly string[];
  readonly isWeak: boolean;
  readonly isSure: boolean;
}

/** Nothing but mail has one. */
const isOfMessages = (column: SampledColumn): boolean =>
  nameScore('messageId', column.called) > 0 && share(column, (value) => ID_OF_MESSAGE.test(value)) >= MOST_ROWS;
const ID_OF_MESSAGE = /^<?[^\s<>@]+@[^\s<>@]+>?$/;

/** Where it is told that mails were sent, or delivered, whatever else is told of them. */
const isOfHandedOver = ({ counts }: SampledColumn): boolean =>
  counts.size <= MOST_VALUES &&
  [...counts.keys()].some((word) => isSentWord(word) || (outcomeOf(word) === 'delivered' && !isSaidOfAnything(word)));

/** What a table is of that is no log of mail, by what its columns are called; undefined where they say nothing. */
export function otherTable(columns: readonly SampledColumn[]): OtherTable | undefined {
  const isOfMail = columns.some((column) => isOfMessages(column));
  for (const { what, needs, least, columns: names, isWeak = false, isSure = false, isOfMails = false } of TABLES) {
    const others = columns.filter(({ called }) => !names.test(plainName(called)));
    if (isOfMails ? others.some((column) => isOfHandedOver(column)) : isOfMail) continue;
    if (needs !== undefined && !columns.some((column) => share(column, (value) => needs.test(value)) === 1)) continue;
    const found = columns
      .filter(({ called, values }) => values.length > 0 && names.test(plainName(called)))
      .map(({ name }) => name);
    if (found.length >= least) return { what, columns: found, isWeak, isSure };
  }
  return undefined;
}

/** No row is taken for a mail before somebody says what it is. */
export function byOtherTable(
  { what, columns }: Pick<OtherTable, 'what' | 'columns'>,
  { told, doubt }: Notes,
): KindField {
  told('kind', 'no column says what happened to a mail');
  doubt(
    `kind.always: ${named(columns)} are columns of ${what}, and this is hardly a log of mail; if it is, say what every row is, until then it is \`ignored\`, and nothing is read`,
  );
  return { always: 'ignored' };
}

/** Why rows without an address are no mails: they count them, or say which share of them. */
export function sumsIn(columns: readonly SampledColumn[]): string | undefined {
  const counts = momentsOf(columns)
    .filter(({ isTime, column }) => !isTime && column.values.some((value) => Number(value) > 1))
    .map(({ column }) => column.name);
  const rates = columns
    .filter(({ called, values }) => RATE.test(called) && values.every((value) => /^[\d.,]+\s?%?$/.test(value)))
    .map(({ name }) => name);
  const found = [...counts, ...rates];
  return found.length < FEWEST_SUMS
    ? undefined
    : `${named(found)} hold counts and rates: a row is the sum of a campaign or a day, and no mail`;
}
const RATE = /rates?\b|rate$|quote$|taux|tasa|tasso|taxa|ratio|percent|prozent|%|率$/i;
const FEWEST_SUMS = 2;

const MOST_SHOWN = 4;
const named = (columns: readonly string[]): string =>
  columns
    .slice(0, MOST_SHOWN)
    .map((name) => `\`${name}\``)
    .join(', ');
