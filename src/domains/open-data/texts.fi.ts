import { association } from '#platform/association.ts'
import { en } from './texts.en.ts'
import type { Texts } from './texts.sv.ts'

/** The page of the open data in Finnish; the columns of its files and the catalogue are told in English. */
export const fi: Texts = {
  ...en,
  page: {
    title: 'Avoin data',
    description: 'Hae kaikki tunnusluvut tiedostoina tai rajapinnasta ilman tunnusta ja maksutta.',
    lead: 'Kaiken, minkä näet kaavioissa, voi ladata. Tunnusta ei tarvita.',
    madeUp:
      'Osa esittelyn arvoista on keksittyjä. Ne on merkitty jokaisessa tiedostossa. Älä käytä niitä tosiasioina.',
    choose: 'Valitse tunnusluku',
    filesTitle: 'Koko aineisto tiedostoina',
    filesLead:
      'Osoitteet ovat pysyviä. Tiedostossa on aina se, mikä on nyt voimassa. Koot ovat likimääräisiä. Tiedostojen sanat ovat englanniksi.',
    rows: (count, one) => `${count} ${one ? 'rivi' : 'riviä'}`,
    changed: (day) => `muuttunut ${day}`,
    formats: {
      csv: 'CSV',
      'csv-sv': 'CSV ruotsinkieliseen Exceliin',
      xlsx: 'Excel',
      parquet: 'Parquet',
      'json-stat': 'JSON-stat',
    },
    metadata: 'Sarakkeet (CSVW)',
    about: (size) => `noin ${size}`,
    tooLong: 'Liian monta riviä Excelin taulukkoon. Käytä CSV- tai Parquet-tiedostoa.',
    figureTitle: 'Yksi tunnusluku tai rajaus',
    figureLead:
      'Ota sen sivun osoite, jota katsot, ja kirjoita tiedoston pääte polun loppuun ennen kysymysmerkkiä. Valintasi tulevat mukaan tiedostoon.',
    figureEndings:
      'Päätteet ovat .csv, .xlsx ja .json valitsemasi ryhmän arvoille sekä .svg ja .png kaaviolle.',
    figureCube: (path) => `Yhden tunnusluvun kaikki arvot JSON-stat 2 -muodossa: ${path}`,
    howTitle: 'Hyvä tietää',
    how: [
      'CSV-tiedostoissa on pilkku kenttien välissä ja desimaalipiste, ja sarakkeilla on samat nimet joka kielellä. Ruotsinkielisen Excelin tiedostossa on puolipiste, desimaalipilkku ja koodien sijasta sanoja.',
      'Koodit, kuten 0180, ovat tekstiä. Excel poistaa nollan, kun avaat CSV-tiedoston suoraan. Käytä silloin Excel-tiedostoa.',
      'Puuttuva arvo on tyhjä, ja viereinen sarake kertoo syyn. Se ei ole koskaan nolla.',
      'Älä vertaa arvoja menetelmän muutoksen yli. Vuodet ovat menetelmän muutosten tiedostossa.',
      'Lisää tunnusluvun osoitteeseen per=2025-05-14, niin saat arvot sellaisina kuin ne tunnettiin sinä päivänä. Historiatiedostossa on jokainen arvo, joka on joskus ollut voimassa.',
      'Jos teksti alkaa merkillä =, +, - tai @, sen edessä on CSV-tiedostoissa heittomerkki, jotta taulukko-ohjelma ei suorita sitä kaavana.',
      'Lähetä If-None-Match, niin vastaus on 304, kun mikään ei ole muuttunut. Jos arvot muuttuvat latauksen aikana, lataus keskeytyy. Hae tiedosto silloin uudelleen.',
    ],
    programsTitle: 'Ohjelmille',
    programs: {
      api: 'Rajapintamme: organisaatiot, tunnusluvut, arvot, tilastot ja kehitys.',
      apiLink: 'Miten rajapintaa käytetään (englanniksi)',
      kolada:
        'Samat tunnusluvut Koladan rajapinnan muodossa ohjelmille, jotka on tehty Koladaa varten. Vaihda vain perusosoitteeksi',
      koladaNote: 'Luvut ovat meidän, eivät Koladan.',
      catalogue: 'DCAT-AP-SE-luettelo, jonka Ruotsin dataportaali osaa lukea:',
      metadata: 'Kunkin CSV-tiedoston CSVW-kuvaus: lisää tiedoston osoitteeseen -metadata.json.',
      feed: 'Korjatut arvot syötteenä (Atom):',
    },
    licenceTitle: 'Ehdot',
    licence:
      'Omia tietojamme, laskelmiamme, tekstejämme ja kaavioitamme saa käyttää vapaasti, myös kaupallisesti. Ne ovat vapaita tekijänoikeudesta Creative Commons Zero -lisenssillä (CC0 1.0).',
    licenceLink: 'Lue CC0 1.0',
    sources:
      'Monet arvot ovat muiden tilastoista, ja niitä koskevat lähteen ehdot. Jokainen rivi kertoo lähteensä. Kaikkia ehtoja ei ole tarkistettu. Katso lähde, ennen kuin julkaiset lukuja edelleen.',
    sourcesLink: 'Lähteet ja niiden ehdot',
    citeTitle: 'Näin ilmoitat lähteen',
    cite: 'CC0 ei vaadi mitään, mutta kerro silti, mistä luvut ovat, jotta muut voivat tarkistaa ne:',
    citation: (address, day) =>
      `${association.name.en}: Tunnusluvut. Tiedot sellaisina kuin ne tunnettiin ${day}. ${address}`,
    citeFigure:
      'Yksittäisellä tunnusluvulla on viittauslinkki kohdassa ”Jaa ja viittaa”. Se näyttää arvot aina sellaisina kuin ne olivat sinä päivänä.',
  },
  contents: {
    nyckeltal: {
      title: 'Kuntien ja alueiden tunnusluvut',
      about: 'Kaikki nyt voimassa olevat arvot: jokaisella rivillä tunnusluku, organisaatio ja vuosi.',
    },
    'nyckeltal-historik': {
      title: 'Tunnusluvut ja kaikki korjaukset',
      about:
        'Jokainen arvo, joka on ollut voimassa: milloin se tuli tietoon, milloin se korjattiin ja miksi.',
    },
    definitioner: {
      title: 'Tunnuslukujen määritelmät',
      about: 'Mitä kukin tunnusluku mittaa, missä yksikössä, kumpi suunta on parempi ja mikä on tavoite.',
    },
    metodbrott: {
      title: 'Tunnuslukujen menetelmän muutokset',
      about: 'Mistä vuosista alkaen menetelmä on toinen. Älä vertaa menetelmän muutoksen yli.',
    },
    organisationer: {
      title: 'Kunnat ja alueet',
      about:
        'Koodi, nimi, lääni, ryhmä, pinta-ala ja väkiluku. Yhdistys on mukana omien keskiarvojensa vuoksi.',
    },
    medlemskap: {
      title: 'Ekokuntaverkoston jäsenet',
      about: 'Mitkä kunnat ja alueet ovat olleet jäseniä ja milloin.',
    },
    kallor: {
      title: 'Tunnuslukujen lähteet',
      about: 'Mistä tiedot ovat, kuka ne on julkaissut ja millä ehdoilla.',
    },
  },
  noFile: 'Tällaista tiedostoa ei ole. Tarjolla on:',
}
