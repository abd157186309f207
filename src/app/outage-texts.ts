import type { Outage } from '#platform/outage.ts'

/** What people are told while the database cannot do what they asked: what happened, what became of it, what to do. */
export interface OutageTexts {
  /** For somebody who reads. */
  reading: { title: string; text: string }
  /** For somebody who sent a form of which nothing is saved. */
  nothing: { title: string; text: Record<Outage['why'], string> }
  /** For somebody who sent a form of which nobody knows what is saved. */
  unknown: { title: string; text: string }
}

export const outageTexts: Record<'sv' | 'en' | 'fi', OutageTexts> = {
  sv: {
    reading: {
      title: 'Vår databas svarar inte just nu',
      text: 'Sidan går inte att visa. Det brukar gå över inom en minut. Ladda om sidan då.',
    },
    nothing: {
      title: 'Det du skickade sparades inte',
      text: {
        away: 'Vår databas svarar inte just nu. Ingenting av det du skickade är sparat. Gå tillbaka i webbläsaren, där det du skrev står kvar, och skicka igen om en minut.',
        full: 'Vi kan inte spara något just nu, men det går att läsa som vanligt. Ingenting av det du skickade är sparat. Gå tillbaka i webbläsaren, där det du skrev står kvar, och skicka igen om en stund.',
        busy: 'Någon annan ändrade samma sak i samma ögonblick. Ingenting av det du skickade är sparat. Gå tillbaka i webbläsaren, där det du skrev står kvar, och skicka igen.',
      },
    },
    unknown: {
      title: 'Vi vet inte om det du skickade sparades',
      text: 'Förbindelsen med vår databas bröts medan vi sparade. Det kan vara sparat, helt eller delvis. Vänta en minut och titta efter innan du skickar igen.',
    },
  },
  en: {
    reading: {
      title: 'Our database does not answer right now',
      text: 'The page cannot be shown. This usually passes within a minute. Load the page again then.',
    },
    nothing: {
      title: 'What you sent was not saved',
      text: {
        away: 'Our database does not answer right now. Nothing of what you sent is saved. Go back in your browser, where what you wrote still stands, and send it again in a minute.',
        full: 'We cannot save anything right now, but reading works as usual. Nothing of what you sent is saved. Go back in your browser, where what you wrote still stands, and send it again in a while.',
        busy: 'Somebody else changed the same thing in the same moment. Nothing of what you sent is saved. Go back in your browser, where what you wrote still stands, and send it again.',
      },
    },
    unknown: {
      title: 'We do not know whether what you sent was saved',
      text: 'The line to our database broke while we were saving. It may be saved, all or part of it. Wait a minute and look before you send it again.',
    },
  },
  fi: {
    reading: {
      title: 'Tietokantamme ei vastaa juuri nyt',
      text: 'Sivua ei voi näyttää. Tilanne korjautuu yleensä minuutissa. Lataa sivu silloin uudelleen.',
    },
    nothing: {
      title: 'Lähettämääsi ei tallennettu',
      text: {
        away: 'Tietokantamme ei vastaa juuri nyt. Mitään lähettämästäsi ei ole tallennettu. Palaa selaimessa takaisin, missä kirjoittamasi on tallella, ja lähetä uudelleen minuutin kuluttua.',
        full: 'Emme voi tallentaa mitään juuri nyt, mutta lukeminen onnistuu tavalliseen tapaan. Mitään lähettämästäsi ei ole tallennettu. Palaa selaimessa takaisin, missä kirjoittamasi on tallella, ja lähetä uudelleen hetken kuluttua.',
        busy: 'Joku muu muutti samaa asiaa samalla hetkellä. Mitään lähettämästäsi ei ole tallennettu. Palaa selaimessa takaisin, missä kirjoittamasi on tallella, ja lähetä uudelleen.',
      },
    },
    unknown: {
      title: 'Emme tiedä, tallennettiinko lähettämäsi',
      text: 'Yhteys tietokantaamme katkesi tallennuksen aikana. Se on voinut tallentua kokonaan tai osittain. Odota minuutti ja tarkista ennen kuin lähetät uudelleen.',
    },
  },
}
