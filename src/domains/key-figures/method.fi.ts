import { methodEn } from './method.en.ts'
import type { methodSv } from './method.sv.ts'

const headings: Record<string, string> = {
  'ratt-hall': 'Oikea tai väärä suunta',
  takt: 'Kuinka nopeasti',
  mal: 'Milloin tavoite saavutetaan',
  'ny-metod': 'Kun menetelmä muuttuu',
  medel: 'Keskiarvo, mediaani ja neljännekset',
  samma: 'Samat kunnat molempina vuosina',
  plats: 'Sija ryhmässä',
  'troliga-platser': 'Todennäköiset sijat',
  'skilja-at': 'Kun kahta ei voi erottaa toisistaan',
  liknande: 'Samankaltaiset kunnat',
  'bojd-kurva': 'Taittunut käyrä',
  karta: 'Kartan värit',
  granser: 'Mitä luvut eivät kerro',
}

/** How the key figures are reckoned: the headings in Finnish, the method itself in English. */
export const methodFi: typeof methodSv = {
  ...methodEn,
  title: 'Näin laskemme',
  description:
    'Miten päätämme, onko suunta oikea, kuinka varma sija on ja mitkä kunnat muistuttavat toisiaan.',
  lead: 'Luvut voivat väittää enemmän kuin tietävät. Tällä sivulla kerrotaan, miten laskemme, jotta voit tarkistaa sen ja laskea itse. Menetelmät on kuvattu englanniksi.',
  contents: 'Tällä sivulla',
  formula: 'Laskutapa',
  literature: 'Lue lisää',
  sections: methodEn.sections.map((section) => ({
    ...section,
    heading: headings[section.id] ?? section.heading,
  })),
}
