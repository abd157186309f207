import { association } from '#platform/association.ts'
import type { sv } from './texts.sv.ts'

const words = {
  right: 'oikeaan suuntaan',
  wrong: 'väärään suuntaan',
  unchanged: 'ennallaan',
  'too-few': 'liian vähän arvoja',
}

/** The pages about the association in Finnish. */
export const fi: typeof sv = {
  madeUp: 'keksitty',
  start: {
    title: association.name.en,
    description:
      'Kulkeeko kuntasi oikeaan suuntaan? Seuraa kestävyyden kahtatoista yhteistä tunnuslukua vuosi vuodelta ja vertaa kuntaasi samankaltaisiin kuntiin.',
    promise: 'Kulkeeko kuntasi oikeaan suuntaan?',
    lead: 'Katso, miten kunnallasi menee vuosi vuodelta, ja vertaa sitä samankaltaisiin kuntiin.',
    search: 'Etsi kuntasi',
    searchHint: 'Kirjoita ruotsalaisen kunnan tai alueen nimi, esimerkiksi Falkenberg.',
    searchButton: 'Hae',
    allOrganisations: 'Näytä kaikki kunnat ja alueet',
    glanceTitle: 'Verkosto nyt',
    glanceLead: 'Jäsenten keskiarvo kahdessatoista yhteisessä tunnusluvussa ja sen suunta.',
    glanceMethod: 'Näin laskemme',
    newsTitle: 'Uutisia',
    allNews: 'Kaikki uutiset',
    eventsTitle: 'Tulossa',
    allEvents: 'Kaikki tapahtumat',
    meanOf: (count, year) => `keskiarvo, ${count} arvoa vuodelta ${year}`,
    fewValues: 'Alle kolme arvoa, joten keskiarvoa ei ole.',
    noValues: 'Ei vielä arvoja.',
    sparkline: (name) => `${name}: jäsenten keskiarvo vuosi vuodelta`,
    words,
    loopsTitle: 'Kolme asiaa, jotka teemme yhdessä',
    loops: {
      follow: {
        title: 'Seuraamme tuloksia',
        text: 'Kaksitoista tunnuslukua kertoo, kuljemmeko oikeaan suuntaan. Vertailussa ovat kaikki Ruotsin kunnat ja alueet.',
        figures: 'Tunnusluvut',
        organisations: 'Kunnat ja alueet',
      },
      learn: {
        title: 'Opimme toisiltamme',
        text: 'Katso, mitkä kunnat muistuttavat omaasi, missä eroatte ja ketkä heistä ovat parantaneet.',
        compare: 'Vertaa kuntia',
        examples: 'Hyvät esimerkit',
        events: 'Seminaarit ja kokoukset',
      },
      govern: {
        title: 'Päätämme yhdessä',
        text: 'Jäsenet johtavat yhdistystä. He valitsevat hallituksen, päättävät maksusta ja puhuvat yhdellä äänellä.',
        about: 'Tietoa yhdistyksestä',
        criteria: 'Neljä kestävyyskriteeriä',
      },
    },
    numbersTitle: 'Yhdistys lukuina',
    municipalities: 'Jäsenkunnat',
    regions: 'Jäsenalueet',
    inhabitants: 'Jäsenkuntien asukkaat',
    inhabitantsUnit: (share) => `${share} Ruotsin väestöstä`,
    madeUpMembers: 'Tässä esittelyssä jäsenyydet ovat keksittyjä, paitsi ne, jotka ovat tiedossa.',
  },
  about: {
    title: `Tietoa yhdistyksestä ${association.name.en}`,
    description:
      'Mitä yhdistys haluaa, mitä jäsen saa, miten yhdistys toimii ja miten kunta liittyy jäseneksi.',
    lead: 'Ruotsin ekokunnat: kuntia ja alueita, jotka tekevät omasta tahdostaan yhteistyötä kestävän maan hyväksi.',
    vision: {
      title: 'Mitä haluamme',
      paragraphs: [
        'Haluamme kestävän Ruotsin. Tasapainossa oleva luonto on perusta, jota ilman talous ja hyvinvointi eivät kestä.',
      ],
      criteria: 'Neljä kriteeriä kuvaa, mitä kestävä tarkoittaa',
    },
    who: {
      title: 'Keitä olemme',
      paragraphs: [
        'Olemme maailman vanhin kuntien kestävän kehityksen verkosto. Poliitikot ja viranhaltijat vaihtavat täällä kokemuksia ja oppivat hyvistä esimerkeistä.',
        'Seuraamme työtämme yhteisillä tunnusluvuilla ja yritämme vaikuttaa maan päättäjiin. Mitä enemmän meitä on, sitä paremmin meitä kuullaan.',
      ],
      members: (municipalities, regions) => `Jäseninä on nyt ${municipalities} kuntaa ja ${regions} aluetta.`,
      madeUp: 'Osa tämän esittelyn jäsenistä on keksittyjä.',
      list: 'Katso jäsenet',
      history: 'Lue historiastamme vuodesta 1980',
    },
    gets: {
      title: 'Mitä jäsen saa',
      items: [
        'Laajan verkoston ihmisiä, jotka tuntevat asiat, ja nopeat tavat levittää tietoa ja saada vastauksia.',
        'Tukea kahdentoista tunnusluvun kanssa ja vertailuja muihin.',
        'Koulutusta, seminaareja ja verkostotapaamisia.',
        'Asioille korkeamman sijan kunnan omalla asialistalla, koska jäsenyydestä päätetään kunnan ylimmällä poliittisella tasolla.',
      ],
      figures: 'Katso tunnusluvut',
    },
    works: {
      title: 'Miten yhdistys toimii',
      parts: [
        {
          term: 'Vuosikokous',
          meaning:
            'Käyttää ylintä päätösvaltaa. Se pidetään joka vuosi viimeistään toukokuussa. Jäsenet arvioivat hallituksen työn, valitsevat uuden hallituksen ja päättävät maksusta. Yhteyshenkilöt ja nimetyt edustajat äänestävät.',
        },
        {
          term: 'Hallitus',
          meaning:
            'Yhdeksän poliitikkoa ja kolme varajäsentä eri puolueista ja eri puolilta maata. Vuosikokous valitsee heidät.',
        },
        {
          term: 'Asiantuntijaryhmä',
          meaning:
            'Viranhaltijoita, jotka hallitus nimeää vuosikokouksen jälkeen. He neuvovat, lukevat hakemukset ja laativat aineistoa kaikkien jäsenten käyttöön.',
        },
        {
          term: 'Yhteyshenkilöt',
          meaning: 'Jokainen jäsen nimeää kaksi: johtavan poliitikon ja viranhaltijan.',
        },
        {
          term: 'Toimisto',
          meaning:
            'Pitää työn koossa: puolipäiväinen koordinaattori Karlskronassa ja viestijä, 30 prosenttia, Boråsissa.',
        },
        {
          term: 'Maksu',
          meaning:
            'Vuosikokous päättää sen vuosittain. Noin vuonna 2013 se oli 4 000 kruunua ja lisäksi 0,30 kruunua asukasta kohden, enintään 150 000 asukkaalta.',
        },
      ],
      secretariat: 'Hallitus, asiantuntijaryhmä ja toimisto',
    },
    join: {
      title: 'Miten liitytään jäseneksi',
      steps: [
        'Kunnan tai alueen valtuusto tai hallitus päättää hakea jäsenyyttä. Jäsen on hyväksynyt ohjelman kestävyystyölleen ja pyrkii kohti neljää kriteeriä.',
        'Päätös lähetetään toimistoon yhdessä ohjelman tai muiden asiakirjojen kanssa, joista näkyy, mitä haluatte saada aikaan.',
        'Asiantuntijaryhmä lukee hakemuksen ja antaa hallitukselle suosituksen.',
        'Hallitus päättää seuraavassa kokouksessaan.',
      ],
    },
    voices: {
      title: 'Mitä jäsenet sanovat',
      note: 'Kerrottu yhdistyksen noin vuoden 2013 esitteen mukaan.',
      people: [
        {
          who: 'Falkenberg',
          role: 'jäsen alusta eli vuodesta 1995',
          text: 'Energiayhtiö myy vain ympäristömerkittyä energiaa, ja kunnassa on kahdeksankerroksinen matalaenergiatalo. Ekologisen kestävyyden suunnitelma hyväksyttiin vuonna 2007. Verkosto on avoin ja saa aikaan tuloksia: Falkenberg näyttää siellä työtään ja jakaa kokemuksiaan 109 muun kunnan ja alueen kanssa.',
        },
        {
          who: 'Helsingborg',
          role: 'Ruotsin paras ympäristökunta 2009',
          text: 'Jäsenyys helpotti työn järjestämistä ja antoi virikkeitä. Helsingborg haluaa olla avuksi myös muiden maiden kunnille.',
        },
      ],
    },
    international: 'Ekokunnat muissa maissa',
    onwardTitle: 'Lue lisää',
  },
  criteria: {
    title: 'Neljä kestävyyskriteeriä',
    description:
      'Mitä kestävä tarkoittaa: neljä kriteeriä, esimerkkejä kunnan arjesta ja tunnusluvut, jotka mittaavat niitä.',
    lead: 'Kriteerit kuvaavat yhteiskuntaa, joka kestää. Jäsenet pyrkivät niitä kohti.',
    note: 'Selitykset ja esimerkit ovat omiamme. Myös se, mikä tunnusluku kuuluu mihinkin kriteeriin, on oma tulkintamme eikä yhdistyksen päätös.',
    contents: 'Kriteerit',
    number: (criterion) => `Kriteeri ${criterion}`,
    example: 'Esimerkiksi',
    figures: 'Tunnusluvut, jotka kertovat kehityksestä',
    noFigures: 'Mikään yhteisistä tunnusluvuista ei mittaa tätä kriteeriä.',
    all: [
      {
        title: 'Kallioperän aineet',
        rule: 'Maankuoresta peräisin olevien aineiden pitoisuudet luonnossa eivät saa jatkuvasti kasvaa.',
        meaning:
          'Öljy, hiili, kaasu ja metallit ovat olleet syvällä maassa miljoonia vuosia. Jos nostamme niitä nopeammin kuin luonto pystyy sitomaan ne takaisin, niitä kertyy ilmaan, maaperään ja veteen. Siksi ilmassa on yhä enemmän hiilidioksidia, ja siksi pelloilta löytyy kadmiumia.',
        example:
          'Kunta korvaa koulun öljykattilan hukkalämmöllä, ajaa busseja biokaasulla ja selvittää, mistä jäteveden metallit tulevat.',
      },
      {
        title: 'Yhteiskunnan aineet',
        rule: 'Yhteiskunnan tuottamien aineiden pitoisuudet luonnossa eivät saa jatkuvasti kasvaa.',
        meaning:
          'Valmistamme aineita, joita luonnon on vaikea hajottaa, kuten torjunta-aineita, palonestoaineita ja muoveja. Jos päästämme niitä luontoon nopeammin kuin ne häviävät, pienistäkin määristä tulee lopulta liikaa.',
        example:
          'Kunta ostaa luomuruokaa vanhuksille, poistaa vanhat pehmeät muovit esikouluista ja asettaa hankinnoissaan vaatimuksia kemikaaleille.',
      },
      {
        title: 'Tilaa luonnolle',
        rule: 'Luontoa ei saa syrjäyttää pala palalta.',
        meaning:
          'Metsät, kosteikot ja pellot puhdistavat vettä, sitovat hiiltä ja antavat meille ruokaa. Jos rakennamme ne täyteen tai otamme niistä enemmän kuin kasvaa, menetämme sen, mistä elämme.',
        example:
          'Kunta rakentaa uudet asunnot vanhoille pysäköintialueille eikä pelloille, suojelee taajaman lähimetsiä ja ennallistaa kosteikon.',
      },
      {
        title: 'Ihmisten elinolot',
        rule: 'Yhteiskuntaa ei saa järjestää niin, että se estää ihmisten koskemattomuutta, vaikuttamista, osaamista, mielekkyyttä tai yhdenvertaista kohtelua.',
        meaning:
          'Tämä kriteeri koskee esteitä, jotka on rakennettu järjestelmään ja joita ihmiset kohtaavat yhä uudelleen. Siinä on viisi osaa.',
        example: null,
      },
    ],
    conditionsTitle: 'Viisi ehtoa',
    conditions: [
      {
        title: 'Koskemattomuus',
        meaning: 'Yhteiskunnan järjestys ei vahingoita kehoa eikä mieltä.',
        example: 'Kadut suunnitellaan niin, että lapset voivat kävellä ja pyöräillä kouluun itse.',
      },
      {
        title: 'Vaikuttaminen',
        meaning: 'Saa olla mukana muovaamassa yhteiskuntaa, jossa elää.',
        example:
          'Paikan asukkaat saavat sanoa mielipiteensä asemakaavasta hyvissä ajoin, ja heille kerrotaan, miten heidän ehdotuksilleen kävi.',
      },
      {
        title: 'Osaaminen',
        meaning: 'Saa mahdollisuuden oppia ja kehittyä koko elämän ajan.',
        example: 'Kestävyys on osa esikoulun ja koulun arkea, ja aikuiset voivat opiskella lähellä kotia.',
      },
      {
        title: 'Mielekkyys',
        meaning: 'Ymmärtää, miksi tekee jotakin, ja kokee sen tärkeäksi.',
        example: 'Kunta näyttää avoimesti, mihin sen päästöt ovat menossa ja mitä kukin meistä voi tehdä.',
      },
      {
        title: 'Yhdenvertaisuus',
        meaning: 'Tulee kohdelluksi oikeudenmukaisesti riippumatta siitä, kuka on ja kenet tuntee.',
        example:
          'Samat säännöt koskevat kaikkia, jotka hakevat rakennuslupaa tai avustusta, ja päätökset ovat ymmärrettäviä.',
      },
    ],
  },
  history: {
    title: 'Yhdistyksen historia',
    description:
      'Suomussalmella vuonna 1980 syntyneestä ajatuksesta nykyisiin tunnuslukuihin: historia vuosi vuodelta.',
    lead: 'Kaikki alkoi suomalaisesta kunnasta vuonna 1980. Kolme vuotta myöhemmin ajatus tuli Ruotsiin.',
    events: [
      {
        year: '1980',
        title: 'Ajatus syntyy Suomussalmella',
        text: 'Ajatus ekokunnasta saa muotonsa Suomussalmella.',
      },
      {
        year: '1983',
        title: 'Övertorneå on Ruotsin ensimmäinen',
        text: 'Ajatus ylittää rajan ja tulee Övertorneåhon, Ruotsin Ylitorniolle.',
      },
      {
        year: '1983–1995',
        title: 'Verkosto kasvaa',
        text: 'Yhä useampi kunta haluaa apua ekologiseen suunnitteluun, ja kunnat alkavat tavata toisiaan. ”Eko” tarkoittaa ensin ekologiaa, mutta pian myös taloutta.',
      },
      {
        year: '1995',
        title: 'Yhdistys perustetaan',
        text: 'Kunnat perustavat yhdistyksen ja yhteisen toimiston.',
      },
      {
        year: '2002',
        title: 'Kaksitoista yhteistä tunnuslukua',
        text: 'Jäsenet päättävät 26. huhtikuuta kahdestatoista tunnusluvusta. Niistä saa olla vain vähän lisätyötä, niiden on kiinnostettava useimpia jäseniä ja kunnan on voitava vaikuttaa niihin.',
      },
      {
        year: '2008',
        title: 'Maailman ensimmäinen kansainvälinen ekokuntakonferenssi',
        text: 'Se pidetään Helsingborgissa. Yhdistys tekee yhteistyötä muiden maiden ekokuntien ja verkostojen kanssa.',
      },
      {
        year: '2012',
        title: 'Tunnusluvut tarkistetaan',
        text: 'Kaksitoista tunnuslukua uudistetaan.',
      },
      {
        year: '2023',
        title: 'Uudet tunnusluvut',
        text: 'Kasvihuonekaasut korvaavat hiilidioksidin useissa luvuissa, päästökauppaan kuuluvat ja sen ulkopuoliset päästöt erotetaan, ja aurinkokennot tulevat mukaan.',
      },
    ],
    sourcesTitle: 'Mistä tiedot ovat',
    sources: [
      'Vuodet 1980–2008: yhdistyksen esite noin vuodelta 2013.',
      'Vuosien 2002, 2012 ja 2023 tunnusluvut: yhdistyksen julkiset sivut tunnusluvuista.',
    ],
    figures: 'Katso tunnusluvut',
  },
  secretariat: {
    title: 'Toimisto ja hallitus',
    description: 'Miten toimistoon saa yhteyden ja keitä on hallituksessa ja asiantuntijaryhmässä.',
    lead: 'Toimisto vastaa kysymyksiin jäsenyydestä, tunnusluvuista ja verkkosivustosta.',
    contactTitle: 'Ota yhteyttä toimistoon',
    exampleTitle: 'Historiallisia tietoja',
    example:
      'Osoite, puhelinnumero ja sähköpostiosoite ovat yhdistyksen noin vuoden 2013 esitteestä. Ne näytetään esimerkkinä, eivätkä ne välttämättä ole enää käytössä.',
    address: 'Postiosoite',
    telephone: 'Puhelin',
    email: 'Sähköposti',
    madeUpPeople: 'Tämän sivun henkilöt ovat keksittyjä. Tehtävät näyttävät, miten yhdistys on järjestetty.',
    groups: {
      'board-chair': 'Puheenjohtaja',
      'board-member': 'Hallituksen jäsenet',
      'board-substitute': 'Varajäsenet',
      'expert-group': 'Asiantuntijaryhmä',
      secretariat: 'Toimisto',
    },
    boardTitle: 'Hallitus',
    boardLead:
      'Yhdeksän poliitikkoa ja kolme varajäsentä eri puolueista ja eri puolilta maata. Vuosikokous valitsee heidät.',
    expertLead: 'Hallituksen nimeämiä viranhaltijoita. He neuvovat ja lukevat jäsenhakemukset.',
    nobody: 'Ketään ei ole nyt nimetty.',
    boardDecisions: 'Hallituksen päätökset (englanniksi)',
    homeOf: (name) => `kotipaikka ${name}`,
  },
  failures: {
    choices: 'Tarjolla on',
    insteadTitle: 'Kokeile jotakin näistä',
    start: 'Etusivu',
    organisations: 'Kaikki kunnat ja alueet',
    figures: 'Kaikki tunnusluvut',
    serverTitle: 'Meillä meni jokin vikaan',
    serverText:
      'Sivua ei voitu näyttää. Vika on kirjattu muistiin, etkä tehnyt mitään väärin. Yritä hetken kuluttua uudelleen.',
  },
}
