import { KEYS } from './keys.ts';
import { dkimKey, txt, zone, type Zone } from './master-file.ts';
import { HUBSPOT_SELECTOR, INVOICE_SELECTOR, MX1, SES_TOKENS, SHOP, WEB } from './story.ts';

/** Lookups of the whole tree; `dns-truth.ts` says what each is. */
const SPF = [
  'v=spf1',
  `ip4:${MX1.ipv4}`,
  `ip6:${MX1.ipv6}`,
  'include:spf.protection.outlook.com',
  'include:amazonses.com',
  'include:servers.mcsv.net',
  'include:4711802.spf03.hubspotemail.net',
  'include:mail.zendesk.com',
  'include:old-crm.example',
  'mx:billing.casaluna.example',
  'a:shop.casaluna.example',
  'a:fax.casaluna.example',
  '~all',
].join(' ');

const DMARC = [
  'v=DMARC1',
  'p=none',
  'pct=100',
  'rua=mailto:reports@dmarc-service.example,mailto:dmarc@casaluna.example',
  'ruf=mailto:dmarc-failures@casaluna.example',
  'fo=1',
].join('; ');

/** The sender's own zone, with every planted fault in it. */
export const casaluna: Zone = zone('casaluna.example', {
  about: [
    'Casa Luna, lamps, Valencia. A zone that grew for twelve years; what is wrong with it is said where it stands.',
    'Healthy: two name servers in different networks, a sane SOA, no wildcard.',
    'Not there at all: MTA-STS, TLS-RPT, BIMI, DNSSEC.',
  ],
  records: `
@\tIN A ${WEB.ipv4}
\tIN AAAA ${WEB.ipv6}
\tIN CAA 0 issue "letsencrypt.org"
\tIN TXT "MS=ms47118020"
\tIN TXT "google-site-verification=3vPq7hXc0lTzK9yEwBn2sRfJ6uMdAoGi4QkYtLx8WbU"
www\tIN A ${WEB.ipv4}
\tIN AAAA ${WEB.ipv6}

; --- incoming mail
; The backup went with the old office: its host has no address any more, its MX is still here.
@\tIN MX 0 casaluna-example.mail.protection.outlook.com.
\tIN MX 20 backup.casaluna.example.

; --- SPF: 11 lookups over the whole tree, two of them void
;  1 include:spf.protection.outlook.com         staff
;  2 include:amazonses.com                      receipts use bounce.casaluna.example, so this aligns nothing
;  3 include:servers.mcsv.net                   Mailchimp mails with an envelope of its own: aligns nothing
;  4 include:4711802.spf03.hubspotemail.net     HubSpot, likewise
;  5   include:_spf03.hubspotemail.net
;  6     include:_spf03-eu.hubspotemail.net
;  7 include:mail.zendesk.com                   Zendesk, likewise
;  8 include:old-crm.example                    void: the company closed, the domain is gone
;  9 mx:billing.casaluna.example                the same Postfix as ip4 and ip6 above
; 10 a:shop.casaluna.example                    the forgotten contact form
; 11 a:fax.casaluna.example                     void: the fax gateway went with the old office
; Without old-crm.example 10 remain.
@\t${txt(SPF)}

; --- DMARC: nothing is asked for, and the first rua has never agreed to get reports (dmarc-service.example)
_dmarc\t${txt(DMARC)}

; --- receipts: Amazon SES, custom MAIL FROM and Easy DKIM
bounce\tIN MX 10 feedback-smtp.eu-west-1.amazonses.com.
\t${txt('v=spf1 include:amazonses.com ~all')}
${SES_TOKENS.map((token) => `${token}._domainkey\tIN CNAME ${token}.dkim.amazonses.com.`).join('\n')}

; --- newsletter: Mailchimp
news\tIN A ${WEB.ipv4}
\tIN AAAA ${WEB.ipv6}
\tIN MX 0 casaluna-example.mail.protection.outlook.com.
\t${txt('v=spf1 include:servers.mcsv.net ~all')}
k2._domainkey.news\tIN CNAME dkim2.mcsv.net.
k3._domainkey.news\tIN CNAME dkim3.mcsv.net.

; --- sales: HubSpot; the first key is as old as the contract and has 1024 bits
${HUBSPOT_SELECTOR}._domainkey\tIN CNAME casaluna-example.hs03a.dkim.hubspotemail.net.
hs2-4711802._domainkey\tIN CNAME casaluna-example.hs03b.dkim.hubspotemail.net.

; --- staff: Microsoft 365
selector1._domainkey\tIN CNAME selector1-casaluna-example._domainkey.casaluna.onmicrosoft.com.
selector2._domainkey\tIN CNAME selector2-casaluna-example._domainkey.casaluna.onmicrosoft.com.
autodiscover\tIN CNAME autodiscover.outlook.com.

; --- helpdesk: Zendesk was never told to sign for us: no selector, no SPF, no DMARC record of its own
help\tIN A ${WEB.ipv4}
\tIN AAAA ${WEB.ipv6}
\tIN MX 0 casaluna-example.mail.protection.outlook.com.

; --- invoices: our own Postfix
mx1\tIN A ${MX1.ipv4}
\tIN AAAA ${MX1.ipv6}
\t${txt('v=spf1 a -all')}
billing\tIN MX 10 mx1.casaluna.example.
${INVOICE_SELECTOR}._domainkey\t${dkimKey(KEYS.invoices.p)}

; --- shop: a web server nobody remembers
shop\tIN A ${SHOP.ipv4}
\tIN AAAA ${SHOP.ipv6}

; --- left over: revoked when invoices moved to ${INVOICE_SELECTOR}
old2023._domainkey\t${txt('v=DKIM1; k=rsa; p=')}
`,
});
