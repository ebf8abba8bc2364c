import { ENGLISH } from '../english.ts';
import { oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';

export default defineRules({
  kind: 'phrases',
  notOf: ENGLISH,
  rules: [
    [
      /(?:pas|n['’]êtes) (?:autorisé|habilité)e?\w{0,3} à (?:envoyer|écrire)|\bpouvez (?:pas|plus) (?:envoyer|écrire)\b/i,
      'policy',
    ],
    [/liste grise/i, 'greylisted'],
    [/taille (?:limite|maxim).{0,40}(?:dépass|atteint|exc[éè]d)/i, 'message-too-large'],
    [/n'accepte pas (?:de |les |ce )?(?:courri|mail|e-?mail|message)/i, 'null-mx'],
    [/(?<!trop .*)file d.attente/i, 'system-error'],
    [/erreur de syntaxe.{0,30}(?:commande|param[eè]tre|argument)/i, 'protocol'],
    [/erreur de syntaxe/i, 'malformed'],
    [/\b(?:TLS|chiffrement)\b.{0,30}(?:indisponible|requis|impossible|échou)/i, 'tls'],
    [/trop de destinataires/i, 'too-many-recipients'],
    [/domaine.{0,30}(?:inconnu|inexistant|introuvable|n'existe pas)/i, 'domain-unknown'],
    [/\bvirus\b|pièce jointe.{0,20}(?:interdit|refus|bloqu)/i, 'malware'],
    [/^(?!.*(?:connexion|réponse|serveur)).*délai.{0,30}(?:expir|dépass)/i, 'expired'],
    [/destinataire inconnu|utilisateur inconnu/i, 'user-unknown'],
    [/(?:bo[iî]te|compte|messagerie|quota|espace).{0,50}(?:pleine?|satur|dépass|depass|insuffisant)/i, 'mailbox-full'],
    [
      /(?:bo[iî]te|compte|adresse|utilisateur|destinataire).{0,50}(?:désactiv|desactiv|suspendu|bloqu|inactiv|fermé|archiv|résili)/i,
      'mailbox-disabled',
    ],
    [
      oneOf(
        /(?:utilisateur|destinataire|adresse|compte|bo[iî]te).{0,50}(?:inconnu|invalide|inexistant|introuvable|n'existe pas|non trouv|erron)/i,
        /aucun (?:utilisateur|destinataire)|bo[iî]tes?[- ]aux[- ]lettres (?:non|in)\s?disponible/i,
      ),
      'user-unknown',
    ],
    [/trop de (?:connexions|messages|destinataires|mails)|limite .{0,30}(?:atteinte|dépass|depass)/i, 'rate-limited'],
    [/(?:message|mail|taille).{0,40}(?:trop (?:gros|volumineux|grand)|limite .{0,20}atteinte)/i, 'message-too-large'],
    [/(?:pourriel|indésirable|indesirable|contenu .{0,20}(?:refus|rejet))/i, 'spam-content'],
    [/(?:adresse IP|IP source|serveur|client).{0,40}(?:bloqu|refus|blacklist|liste noire)/i, 'ip-blocked'],
    [
      /(?:émetteur|emetteur|expéditeur|expediteur).{0,40}(?:invalide|refus|inconnu|rejet|bloqu|interdit)/i,
      'sender-rejected',
    ],
    [/(?:relais|relayage).{0,30}(?:refus|interdit|non autoris)|authentification requise/i, 'relaying-denied'],
  ],
  sources: [{ url: 'https://www.postmastery.com/orange-postmaster-smtp-error-codes-ofr/', checked: '2026-11' }],
});
