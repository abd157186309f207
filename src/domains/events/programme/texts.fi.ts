import { en } from './texts.en.ts'
import type { Texts } from './texts.ts'

/** The programme as it stands on the page of an event, in Finnish. */
export const fi: Texts = {
  ...en,
  timetable: {
    title: 'Ohjelma',
    room: 'Tila',
    speakers: 'Puhujat',
    follow: 'Seuraa verkossa',
    followLater: 'Verkossa: linkki näkyy tässä, kun olet ilmoittautunut ja kirjautunut.',
    portrait: (name) => `Kuvassa ${name}`,
    contact: (name) => `${name} yhteysverkostossa (englanniksi)`,
    at: ',',
  },
}
