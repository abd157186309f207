import { en } from './texts.en.ts'
import type { Texts } from './texts.ts'

/** The way into an application, in Finnish; the application itself is written in Swedish or English. */
export const fi: Texts = {
  ...en,
  madeUp: 'keksitty',
  start: {
    title: 'Hae jäsenyyttä',
    lead: 'Jäseneksi voivat liittyä Ruotsin kunnat ja alueet, jotka pyrkivät kohti neljää kestävyyskriteeriä.',
    needTitle: 'Mitä tarvitsette',
    needs: [
      'kunnan tai alueen valtuuston tai hallituksen päätös hakea jäsenyyttä',
      'hyväksytty paikallisen kestävyystyön ohjelma',
      'lyhyt kuvaus siitä, miten pyritte kohti kutakin neljää kriteeriä',
      'poliittisen yhteyshenkilön ja virkamiesyhteyshenkilön nimi ja sähköpostiosoite',
    ],
    time: 'Hakeminen kestää noin tunnin, kun asiakirjat ovat valmiina. Voit tallentaa ja jatkaa, milloin haluat. Sen jälkeen asiantuntijaryhmä lukee hakemuksen, useimmiten kuukauden kuluessa, ja hallitus päättää seuraavassa kokouksessaan. Hakemus täytetään ruotsiksi tai englanniksi.',
    moreAbout: 'Lue maksusta ja siitä, mitä jäsenyys antaa (englanniksi)',
    mine: 'Omat hakemukset',
    formTitle: 'Aloita uusi hakemus',
    formLead: 'Et tarvitse tunnusta. Lähetämme linkin sähköpostiisi.',
    organisation: 'Kunta tai alue',
    name: 'Nimesi',
    jobTitle: 'Tehtävänimikkeesi (vapaaehtoinen)',
    email: 'Työsähköpostisi osoite',
    send: 'Lähetä linkki',
    privacy:
      'Käytämme tietoja hakemukseen. Luonnos, jota ei koskaan lähetetä, poistetaan kahdentoista kuukauden kuluttua.',
    isMember: (name) => `${name} on jo jäsen. Kirjaudu tai kysy yhteyshenkilöltänne.`,
    sentTitle: 'Katso sähköpostisi',
    sent: (email) =>
      `Lähetimme viestin osoitteeseen ${email}. Aloita avaamalla sen linkki. Linkki toimii kerran vuorokauden ajan.`,
    sentSpam: 'Eikö viestiä näy? Katso roskapostista tai ota yhteyttä toimistoon.',
    demo: 'Esittelyssä viestit päätyvät postihuoneeseen (englanniksi).',
    confirmTitle: 'Aloita hakemus',
    confirm: 'Paina painiketta, niin kirjaamme sinut sisään ja avaamme hakemuksen.',
    confirmButton: 'Aloita hakemus',
    badTitle: 'Linkki ei toimi',
    bad: 'Sitä on ehkä jo käytetty, tai se on yli vuorokauden vanha. Pyydä uusi.',
    again: 'Pyydä uusi linkki',
    taken: (organisation) =>
      `${organisation} on jo jäsen tai hakemassa jäsenyyttä. Kysy työtoveriltasi, joka hoitaa hakemusta, tai toimistosta.`,
  },
  errors: {
    ...en.errors,
    'organisation-missing': 'Kirjoita, mistä kunnasta tai alueesta on kyse.',
    'organisation-unknown': 'Sen nimistä kuntaa tai aluetta ei löydy. Valitse luettelosta.',
    'name-missing': 'Kirjoita nimesi.',
    'email-missing': 'Kirjoita sähköpostiosoitteesi.',
    'email-wrong': 'Kirjoita koko sähköpostiosoite, esimerkiksi anna.berg@kommunen.se.',
    'too-often': 'Lyhyessä ajassa on lähetetty monta linkkiä. Odota vartti ja yritä uudelleen.',
    'too-long': 'Teksti on liian pitkä.',
    'control-characters': 'Kirjoita yhdelle riville, ilman rivinvaihtoja.',
  },
}
