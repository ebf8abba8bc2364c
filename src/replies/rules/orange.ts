import { defineRules } from '../rule.ts';

/** Orange, Wanadoo and La Poste: `OFR006_102`, `LPN105_104`, `OUK_513`, `[102]`; the last three digits are the reason. */
export default defineRules({
  kind: 'provider',
  providers: ['orange-mail', 'laposte-net'],
  rules: [
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?(?:102|103|510|999|630)\b/, 'ip-blocked'],
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?(?:104|105|109|201|423|424|108)\b/, 'rate-limited'],
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?(?:416|418)\b/, 'user-unknown'],
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?417\b/, 'mailbox-full'],
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?(?:420|426)\b/, 'mailbox-disabled'],
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?401\b/, 'auth-failed'],
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?(?:305|402)\b/, 'relaying-denied'],
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?(?:403|405|415|421)\b/, 'sender-rejected'],
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?(?:506|513)\b/, 'spam-content'],
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?514\b/, 'message-too-large'],
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?505\b/, 'system-error'],
    [/DMARC check failed|Mail rejected\. DMARC/i, 'dmarc-policy'],
    [/Adresse IP source bloqu|Client host blocked for spamming issues/i, 'ip-blocked'],
    [/Your domain has been blacklisted/i, 'domain-blocked'],
    [/Trop de connexions/i, 'rate-limited'],
    [/SPF\/DNS|SPF check failed/i, 'auth-failed'],
    [/(?:LPNAAA)_?101\b/, 'ip-blocked'],
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?107\b/, 'rate-limited'],
    [/(?:OFR|LPN|OUK)\d{0,3}[-_ ]?517\b/, 'dmarc-policy'],
    [/Emetteur invalide/i, 'sender-rejected'],
    [/compte du destinataire est bloqu|destinataire archiv/i, 'mailbox-disabled'],
    [/Boite du destinataire pleine/i, 'mailbox-full'],
    [/Adresse d ?'?au moins un destinataire invalide/i, 'user-unknown'],
    [/Service refuse/i, 'rate-limited', 'block'],
    [/Mail rejete\b/i, 'spam-content'],
  ],
  sources: [
    { url: 'https://www.postmastery.com/orange-postmaster-smtp-error-codes-ofr/', checked: '2026-11' },
    { url: 'https://smtpfieldmanual.com/provider/orange', checked: '2026-11' },
  ],
});
