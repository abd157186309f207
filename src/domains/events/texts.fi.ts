import { association } from '#platform/association.ts'
import { en } from './texts.en.ts'
import type { Texts } from './texts.ts'

/** What everyone reads of the events, in Finnish; those who arrange them do so in English. */
export const fi: Texts = {
  ...en,
  madeUp: 'keksitty',
  onlyIn: { sv: 'Kerrottu ruotsiksi.', en: 'Kerrottu englanniksi.' },
  kinds: {
    seminar: 'Seminaari',
    training: 'Koulutus',
    'network-meeting': 'Verkostotapaaminen',
    conference: 'Konferenssi',
    'board-meeting': 'Hallituksen kokous',
    'annual-meeting': 'Vuosikokous',
  },
  forms: { 'on-site': 'Paikan päällä', online: 'Verkossa', both: 'Paikan päällä ja verkossa' },
  audiences: { everyone: 'Avoin kaikille', members: 'Jäsenille', board: 'Hallitukselle' },
  list: {
    title: 'Tapahtumat',
    lead: 'Seminaareja, koulutuksia ja kokouksia, joissa opimme toisiltamme.',
    coming: 'Tulossa',
    noneComing: 'Juuri nyt mitään ei ole suunnitteilla.',
    past: 'Menneet',
    subscribe: 'Tilaa kalenteriisi',
    subscribeHow: 'Lisää osoite kalenteriisi tilattuna kalenterina, niin se pysyy itse ajan tasalla:',
    cancelled: 'Peruttu',
    draft: 'Luonnos',
  },
  event: {
    when: 'Milloin',
    where: 'Missä',
    online: 'Saat linkin, kun olet ilmoittautunut',
    who: 'Kenelle',
    price: 'Hinta',
    free: 'Maksuton',
    register: 'Ilmoittautuminen',
    noRegistration: 'Ilmoittautua ei tarvitse.',
    registerHere: 'Ilmoittaudu tästä',
    registerBy: (day) => `viimeistään ${day}`,
    registerClosed: (day) => `Ilmoittautuminen päättyi ${day}.`,
    programme: 'Ohjelma',
    calendar: 'Lisää kalenteriisi',
    cancelled: 'Tapahtuma on peruttu.',
    past: 'Tapahtuma on pidetty.',
    draft: 'Luonnos: vain toimisto näkee tämän sivun, kunnes se julkaistaan.',
    madeUp: 'Tapahtuma on keksitty esittelyä varten.',
    edit: 'Muuta (englanniksi)',
    notFound:
      'Tällaista tapahtumaa ei ole. Se voi olla kokous, jonka vain jäsenet näkevät. Kirjaudu silloin.',
  },
  calendar: {
    name: `${association.name.en}: tapahtumat`,
    cancelled: (title) => `PERUTTU: ${title}`,
  },
}
