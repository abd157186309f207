import { en } from './texts.en.ts'
import type { Texts } from './texts.ts'

/** Materials as they stand on the page of an event, in Finnish. */
export const fi: Texts = {
  ...en,
  shown: {
    title: 'Aineistot ja tallenteet',
    whole: 'Koko tapahtuma',
    recording: 'Tallenne',
    captioned: 'tekstitetty',
    notCaptioned: 'ei tekstitystä',
    closed: {
      everyone: '',
      members: 'Jäsenille. Avaa kirjautumalla.',
      participants:
        'Osallistujille. Kirjaudu tunnuksella, jolla ilmoittauduit, tai avaa vahvistusviestisi linkki.',
    },
    notYours: 'Aineisto on osallistujille tai jäsenille. Avaa se kirjautumalla.',
    gone: 'Aineistoa ei enää ole.',
  },
}
