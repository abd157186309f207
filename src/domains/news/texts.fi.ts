import { association } from '#platform/association.ts'
import { en } from './texts.en.ts'
import type { Texts } from './texts.ts'

/** What everyone reads of the news, in Finnish; those who write and propose do so in English. */
export const fi: Texts = {
  ...en,
  madeUp: 'keksitty',
  onlyIn: { sv: 'Kerrottu ruotsiksi.', en: 'Kerrottu englanniksi.' },
  happened: (title) => `Uutinen: ${title}`,
  list: {
    title: 'Uutiset',
    lead: 'Mitä verkostossa ja yhdistyksessä tapahtuu.',
    none: 'Uutisia ei vielä ole.',
    feed: 'Seuraa uutisia (Atom)',
    propose: 'Ehdota uutista (englanniksi)',
    magazine: 'Jäsenlehti (englanniksi)',
  },
  item: {
    updated: (day) => `Muutettu ${day}`,
    madeUp: 'Tämä uutinen on keksitty esittelyä varten.',
    notOut: { draft: 'Luonnos', scheduled: 'Ei vielä julkaistu', hidden: 'Piilotettu' },
    notOutText: 'Vain toimisto näkee tämän sivun.',
    edit: 'Muuta (englanniksi)',
    proposedBy: (name) => `Ehdottaja: ${name}`,
    notFound: 'Tällaista uutista ei ole. Se on ehkä poistettu.',
  },
  feedTitle: `${association.name.en}: uutiset`,
  office: { ...en.office, new: 'Kirjoita uutinen (englanniksi)' },
}
