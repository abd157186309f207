import { ownTexts } from '#platform/association.ts'
import { statements as en } from './statements.en.ts'
import type { statements as sv } from './statements.sv.ts'

const { accessibility, privacy } = ownTexts.fi.law

/** What the site declares about itself in Finnish. The table of personal data is told in English. */
export const statements: typeof sv = {
  accessibility: {
    title: 'Saavutettavuus',
    description:
      'Miten saavutettava sivusto on, mitä puutteita tunnemme ja miten voit kertoa muista puutteista.',
    lead: 'Jokaisen pitää pystyä käyttämään sivustoa. Näin pitkällä olemme.',
    intro: accessibility.intro,
    statusTitle: accessibility.status_title,
    status: accessibility.status,
    statusAim: accessibility.aim,
    faultsTitle: 'Puutteet, jotka tunnemme',
    faults: [
      'Kartalla on ympyrä jokaiselle kunnalle. Niiden läpikäynti näppäimistöllä kestää kauan. Samat arvot ovat saman sivun taulukkonäkymässä.',
      'Ladattavissa kuvissa (SVG ja PNG) ei ole taulukkoa. Teksti ja taulukko ovat sivulla, jolta kuva on ladattu.',
      'Excel-tiedostojen saavutettavuutta ei ole tutkittu. Sama taulukko on verkkosivulla ja CSV-tiedostossa.',
      'Suomenkielisillä sivuilla kuntien ja ihmisten ruotsinkielisiä nimiä ei ole merkitty ruotsiksi. Ruudunlukija voi siksi lausua ne väärin.',
      'Vain julkiset sivut ovat suomeksi. Jäsenten sivut, osa tiedoista ja useimmat uutiset, tapahtumat ja esimerkit ovat englanniksi tai ruotsiksi.',
      'Sivustoa eivät ole kokeilleet ihmiset, jotka käyttävät arjessaan ruudunlukijaa, puheohjausta tai suurennusta.',
    ],
    faultsReason:
      'Emme ole vielä ehtineet korjata näitä puutteita. Emme väitä, että niiden korjaaminen olisi kohtuuton rasite.',
    testTitle: 'Miten testasimme sivustoa',
    test: [
      'Arvioimme sivuston itse. Axe-työkalun automaattiset testit ajetaan julkisilla sivuilla vaaleassa ja tummassa tilassa aina, kun ohjelma muuttuu.',
      'Sivut on tehty luettaviksi ilman JavaScriptiä, näppäimistöllä, 400 prosentin suurennuksella ja paperilla. Kaavioissa on tiivistävä teksti ja taulukko.',
    ],
    assessed: (day) => `Viimeisin arvio on tehty ${day}.`,
    updated: (day) => `Seloste on päivitetty viimeksi ${day}.`,
    feedbackTitle: 'Kerro, jos jokin ei toimi',
    feedback:
      'Ota yhteyttä toimistoon, jos löydät puutteen tai tarvitset sisältöä muussa muodossa. Kerro, mistä sivusta on kyse ja mitä tapahtui.',
    feedbackLink: 'Ota yhteyttä toimistoon',
    authorityTitle: 'Valvonta',
    authority: accessibility.authority,
  },
  privacy: {
    ...en.privacy,
    title: 'Tietosuoja',
    description:
      'Mitä henkilötietoja sivusto käsittelee, miksi ja kuinka kauan. Ei seurantaa eikä evästeitä lukijoille.',
    lead: 'Voit lukea kaiken ilman tunnusta ja evästeitä, eikä kukaan seuraa, mitä teet.',
    cookiesTitle: 'Yksi eväste kirjautuessa, ei kolmansia osapuolia',
    cookies: [
      'Jos luet sivuja kirjautumatta, sivusto ei aseta evästeitä. Selaimeesi voi tallentua vain se, että olet poistanut haun pikanäppäimen käytöstä, jos teet niin.',
      'Hakusanojasi ei tallenneta minnekään.',
      'Kun kirjaudut, yksi eväste pitää sinut kirjautuneena (session), ja lyhytaikainen eväste tarvitaan, jos kirjaudut oman organisaatiosi kautta (login). Kun olet juuri tallentanut jotain, eväste voi kymmenen minuutin ajan pitää kirjaa siitä, mihin tallennus on edennyt, jotta näet sen heti itse (written). Muita ei ole, joten ei ole myöskään ilmoitusta, joka pitäisi kuitata pois.',
      'Sivut eivät hae mitään muilta sivustoilta: ei fontteja, karttoja, tilastotyökaluja eikä some-painikkeita.',
      'Valitsemasi kunta näkyy sivun osoitteessa, eikä sitä tallenneta muualle. Jos jaat osoitteen, jaat myös valintasi.',
    ],
    controllerTitle: 'Kuka on vastuussa',
    controller:
      'Rekisterinpitäjä on yhdistys, joka ylläpitää sivustoa. Ota yhteyttä toimistoon, jos sinulla on kysyttävää tai haluat käyttää oikeuksiasi.',
    contact: 'Ota yhteyttä toimistoon',
    processedTitle: 'Henkilötiedot, joita käsittelemme',
    caption: 'Henkilötiedot, tarkoitus, oikeusperuste ja aika (taulukon rivit ovat englanniksi)',
    columns: { what: 'Tieto', why: 'Miksi', basis: 'Oikeusperuste', kept: 'Kuinka kauan' },
    processedNote:
      'Palvelimen ylläpitäjällä voi olla omia lokeja ohjelman edessä olevassa verkossa. Tunnusluvut koskevat kuntia ja alueita, eikä niissä ole henkilötietoja.',
    rightsTitle: 'Oikeutesi',
    rights: [
      'Voit saada tietää, mitä tietoja meillä on sinusta, ja saada niistä kopion.',
      'Voit pyytää korjaamaan virheet.',
      'Voit vastustaa tietojen käyttöä ja pyytää rajoittamaan sitä tai poistamaan tiedot. Joskus meidän on säilytettävä jotakin, esimerkiksi pöytäkirjoissa. Silloin kerromme, miksi.',
    ],
    complaint: privacy,
    demo: 'Tämä on esittely. Sivuston henkilöt ovat keksittyjä.',
  },
  sources: {
    title: 'Lähteet',
    description: 'Mistä kukin tieto on peräisin, kuka sen on julkaissut ja millä ehdoilla.',
    lead: 'Täältä näet, mistä kukin tieto on peräisin ja millä ehdoilla sitä voi käyttää.',
    none: 'Lähteitä ei ole ladattu.',
    publisher: 'Julkaisija',
    covers: 'Sisältö',
    licence: 'Ehdot',
    retrieved: 'Haettu',
    address: 'Verkkosivu',
    openDataTitle: 'Avoin data',
    openData: 'Lataa data',
  },
}
