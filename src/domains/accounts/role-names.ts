import { inLanguage, type Locale } from '#platform/i18n.ts'
import type { Role } from './permissions.ts'

const sv: Record<Role, string> = {
  'contact-politician': 'Kontaktpolitiker',
  'contact-official': 'Kontakttjänsteperson',
  delegate: 'Ombud',
  reporter: 'Rapportör',
  'invoice-recipient': 'Fakturamottagare',
  'member-user': 'Medlem',
  applicant: 'Sökande',
  'board-chair': 'Styrelsens ordförande',
  'board-member': 'Styrelseledamot',
  'board-substitute': 'Ersättare i styrelsen',
  'expert-group': 'Expertgruppen',
  auditor: 'Revisor',
  'nomination-committee': 'Valberedningen',
  secretariat: 'Kansliet',
  administrator: 'Administratör',
}

const en: Record<Role, string> = {
  'contact-politician': 'Contact politician',
  'contact-official': 'Contact official',
  delegate: 'Delegate',
  reporter: 'Key figure reporter',
  'invoice-recipient': 'Invoice recipient',
  'member-user': 'Member user',
  applicant: 'Applicant',
  'board-chair': 'Chair of the board',
  'board-member': 'Board member',
  'board-substitute': 'Board substitute',
  'expert-group': 'Expert group',
  auditor: 'Auditor',
  'nomination-committee': 'Nomination committee',
  secretariat: 'Secretariat',
  administrator: 'Administrator',
}

const fi: Record<Role, string> = {
  'contact-politician': 'Poliittinen yhteyshenkilö',
  'contact-official': 'Virkamiesyhteyshenkilö',
  delegate: 'Edustaja',
  reporter: 'Tunnuslukujen ilmoittaja',
  'invoice-recipient': 'Laskujen vastaanottaja',
  'member-user': 'Jäsen',
  applicant: 'Hakija',
  'board-chair': 'Hallituksen puheenjohtaja',
  'board-member': 'Hallituksen jäsen',
  'board-substitute': 'Hallituksen varajäsen',
  'expert-group': 'Asiantuntijaryhmä',
  'nomination-committee': 'Vaalivaliokunta',
  auditor: 'Tilintarkastaja',
  secretariat: 'Toimisto',
  administrator: 'Ylläpitäjä',
}

/** A role as people call it. */
export function roleName(role: string, l: Locale): string {
  const names: Record<string, string> = inLanguage({ sv, en, fi }, l)
  return names[role] ?? role
}
