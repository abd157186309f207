import { association } from '#platform/association.ts'
import { en } from './texts.en.ts'
import type { Texts } from './texts.ts'

/** What everyone reads about organisations, in Finnish; the register is in English. */
export const fi: Texts = {
  ...en,
  noOrganisation: 'Tällaista kuntaa tai organisaatiota ei ole.',
  kinds: {
    municipality: 'Kunta',
    region: 'Alue',
    partner: 'Kumppaniverkosto',
    association: 'Yhdistys',
  },
  statuses: {
    member: 'Jäsen',
    observer: 'Tarkkailija',
    coming: 'Tuleva jäsen',
    former: 'Entinen jäsen',
    never: 'Ei jäsen',
  },
  membershipKinds: { full: 'Jäsen', observer: 'Tarkkailija' },
  public: {
    contacts: 'Yhteyshenkilöt',
    moreContacts: 'Jäsenet löytävät lisää yhteysverkostosta (englanniksi)',
    label: (name) => `${name} yhdistyksessä ${association.name.en}`,
    about: (name) => `Kestävyystyö: ${name}`,
    member: 'Jäsen',
    observer: 'Tarkkailija',
    since: (day) => `${day} alkaen`,
    decided: (decision) => `päätös: ${decision}`,
    leaves: (day) => `Eroaa verkostosta ${day} jälkeen`,
    madeUp: 'keksitty',
    programme: 'Ohjelma',
    adopted: (day) => `hyväksytty ${day}`,
    website: 'Verkkosivusto',
    social: 'Sosiaalinen media',
    email: 'Sähköposti',
    phone: 'Puhelin',
    address: 'Postiosoite',
  },
}
