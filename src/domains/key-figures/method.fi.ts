import { localeOf } from '#platform/i18n.ts'
import { methodEn } from './method.en.ts'
import type { methodSv } from './method.sv.ts'
import { bendRisk, fewestCompared, fewestInWindow, mostCompared, windowYears } from './rules/effect.ts'
import { tails, usualResampling } from './rules/likely-places.ts'
import { sureShare } from './rules/pairs.ts'
import { usualNeighbours } from './rules/similar.ts'
import { fewestForMean } from './rules/statistics.ts'
import { fewestForTrend, furthestAhead, significance } from './rules/trend.ts'

const l = localeOf('fi')

/** Headings and paragraphs by the anchor of their section. */
const told: Record<string, { heading: string; paragraphs: string[] }> = {
  'ratt-hall': {
    heading: 'Oikea tai väärä suunta',
    paragraphs: [
      'Kaksi yksittäistä vuotta kertoo vähän, sillä toinen niistä on voinut olla poikkeuksellinen. Siksi katsomme jakson kaikkia vuosia ja kysymme, ovatko myöhemmät arvot yleensä suurempia vai pienempiä kuin aiemmat.',
      `Käytämme Mannin ja Kendallin testiä. Se vertaa jokaista arvoa kaikkiin myöhempiin ja laskee, kuinka usein arvo on noussut ja kuinka usein laskenut. Jos ero on niin suuri, että sattuma tuottaisi sen harvemmin kuin ${l.percent(significance)} kerroista, sanomme, että suunta on oikea tai väärä. Muuten sanomme, että tilanne on ennallaan.`,
      `Testi vaatii vähintään ${fewestForTrend} arvoa. Jos niitä on vähemmän, emme sano mitään. Vuosia saa puuttua, ja niiden välit saavat vaihdella.`,
      'Jokaisesta tunnusluvusta on päätetty, kumpi suunta on oikea: päästöjen pitää vähentyä ja luomuviljelyn lisääntyä.',
      'Ennallaan ei tarkoita, ettei mitään ole tapahtunut. Se tarkoittaa, ettei muutosta voi erottaa vuosien tavallisesta vaihtelusta.',
    ],
  },
  takt: {
    heading: 'Kuinka nopeasti',
    paragraphs: [
      'Vauhti on muutos vuodessa. Laskemme jokaisen vuosiparin välisen muutoksen vuotta kohden ja otamme keskimmäisen. Siksi yksittäinen outo vuosi ei juuri vaikuta siihen.',
      'Kaavion viivalla on tämä kaltevuus, ja se on sijoitettu niin, että puolet arvoista on sen yläpuolella.',
    ],
  },
  mal: {
    heading: 'Milloin tavoite saavutetaan',
    paragraphs: [
      'Jos tunnusluvulla on tavoite, jatkamme viivaa ja katsomme, minä vuonna se yltää tavoitteeseen. Se ei ole ennuste vaan vastaus kysymykseen, riittääkö tämä vauhti.',
      `Jos suunta on väärä tai aikaa kuluisi yli ${furthestAhead} vuotta, sanomme, ettei tavoitetta saavuteta tätä vauhtia. Jos suunta ei ole selvä, emme ilmoita vuotta. Jos viimeisin arvo jo täyttää tavoitteen, kerromme sen.`,
    ],
  },
  'ny-metod': {
    heading: 'Kun menetelmä muuttuu',
    paragraphs: [
      'Joskus tilaston menetelmä tai määritelmä muuttuu. Silloin arvoja ennen muutosta ja sen jälkeen ei voi verrata. Katkaisemme viivan siinä kohdassa ja kerromme syyn. Suuntaa, vauhtia ja sijaa ei lasketa katkon yli.',
      'Arvot, jotka poikkeavat tunnusluvun määritelmästä, näytetään mutta niitä ei lasketa mukaan.',
    ],
  },
  medel: {
    heading: 'Keskiarvo, mediaani ja neljännekset',
    paragraphs: [
      'Yhdistys on aina näyttänyt keskiarvon, jossa jokaisella jäsenellä on sama paino. Sen rinnalla näytämme väkiluvulla painotetun keskiarvon, joka kertoo asukkaiden tilanteesta, sekä mediaanin, johon yksittäiset suuret tai pienet arvot eivät vaikuta.',
      `Jos arvoja on alle ${fewestForMean}, keskiarvo ei kerro paljon. Silloin sanomme sen.`,
      'Neljännekset jakavat järjestetyt arvot neljään yhtä suureen osaan. Puolet kaikista on ala- ja yläneljänneksen välissä.',
      'Puuttuva arvo ei ole koskaan nolla.',
    ],
  },
  samma: {
    heading: 'Samat kunnat molempina vuosina',
    paragraphs: [
      'Kaikki eivät ilmoita arvoja joka vuosi. Silloin keskiarvo voi muuttua vain siksi, että mukana ovat eri kunnat. Kun kerromme, kuinka paljon keskiarvo on muuttunut, laskemme mukaan vain ne, joilla on arvo sekä ensimmäiseltä että viimeiseltä vuodelta, ja kerromme niiden määrän.',
    ],
  },
  plats: {
    heading: 'Sija ryhmässä',
    paragraphs: [
      'Sija määräytyy vuoden arvon mukaan, paras ensin. Jos arvo on sama, myös sija on sama, ja seuraava sija jää väliin: 1, 2, 2, 4.',
      '”Parempi kuin 7 kymmenestä” tarkoittaa, että vähintään seitsemällä kymmenestä ryhmän muusta jäsenestä on huonompi arvo. Pyöristämme aina alaspäin.',
      'Lyhyt luettelo näyttää kolme parasta, kuntasi ja sen lähimmät naapurit. Viimeistä emme nosta esiin.',
    ],
  },
  'troliga-platser': {
    heading: 'Todennäköiset sijat',
    paragraphs: [
      'Arvot vaihtelevat vuodesta toiseen syistä, joilla ei ole tekemistä työn kanssa: sää, suuri rakennushanke, laskijan huolellisuus. Siksi sija ei ole koskaan tarkka. ”Sija 12, todennäköisesti 9–31” kertoo, kuinka epävarma se on.',
      `Otamme jokaisen kunnan omat poikkeamat sen omasta kehitysviivasta. Jokaisella ${l.number(usualResampling.rounds)} kierroksella kunkin arvoon lisätään yksi satunnaisesti arvottu poikkeama, ja kaikki asetetaan järjestykseen uudelleen. Väli kattaa sijat ${l.number(tails.from * 100)}. persentiilistä ${l.number(tails.to * 100)}. persentiiliin ja aina todellisen sijan.`,
      `Jos kunnalla on alle ${fewestForTrend} vertailukelpoista arvoa, sen arvo on sama joka kierroksella eikä väliä lasketa. Arvonta on aina sama, joten samat arvot antavat aina saman vastauksen.`,
      'Välit ovat pikemminkin liian leveitä kuin liian kapeita. Vuoden arvossa on jo yksi heilahdus, ja se saa lisäksi toisen, ja epätasainen kehitys lasketaan heilahduksiksi.',
    ],
  },
  'skilja-at': {
    heading: 'Kun kahta ei voi erottaa toisistaan',
    paragraphs: [
      `Vertaamme yhden jokaista mahdollista arvoa toisen jokaiseen mahdolliseen arvoon. Jos toinen on parempi vähintään ${l.percent(sureShare)} kerroista, ne voi erottaa toisistaan. Muuten sanomme, ettei niitä voi erottaa, vaikka sijat olisivat eri.`,
    ],
  },
  liknande: {
    heading: 'Samankaltaiset kunnat',
    paragraphs: [
      `Ohjelma ehdottaa ${usualNeighbours} kuntaa, jotka muistuttavat omaasi eniten väkiluvultaan, asukastiheydeltään ja Ruotsin kuntien ja alueiden liiton (SKR) kuntaryhmältä. Voit valita niiden tilalle muita.`,
      'Väkilukua ja tiheyttä verrataan logaritmisella asteikolla: 10 000 asukkaasta 20 000:een on yhtä pitkä matka kuin 100 000:sta 200 000:een. Erot jaetaan kaikkien kuntien keskihajonnalla, jotta niillä on sama paino.',
      'Sama kuntaryhmä ei tee eroa, sama pääryhmä (A, B tai C) tekee puolen askeleen ja eri pääryhmä kokonaisen askeleen eron. Alueilla ei ole kuntaryhmää, joten niitä verrataan vain väkiluvun ja tiheyden mukaan.',
    ],
  },
  'bojd-kurva': {
    heading: 'Taittunut käyrä',
    paragraphs: [
      'Hyvän esimerkin rinnalla näytämme, miten tunnusluku kehittyi toimenpiteen jälkeen. Ei riitä, että arvo laski, sillä se on voinut laskea kaikkialla. Siksi vähennämme siitä muutoksen samankaltaisimmissa kunnissa, jotka eivät tehneet samaa. Tätä kutsutaan erotusten erotukseksi (difference in differences).',
      `Vertaamme toimenpidettä edeltävien ${windowYears} vuoden keskiarvoa sen jälkeisten ${windowYears} vuoden keskiarvoon. Toimenpiteen vuotta ei lasketa mukaan, koska toimenpide oli silloin kesken. Vuosista vähintään ${fewestInWindow} on oltava arvo kummallakin puolella, tai emme sano mitään. Keskiarvoa ei lasketa menetelmän muutoksen yli.`,
      `Vertailussa ovat ${mostCompared} samankaltaisinta kuntaa, joilla on arvot täsmälleen samoilta vuosilta. Pois jäävät ne, joilla on oma hyvä esimerkki tunnusluvusta tai jotka ovat kertoneet tehneensä saman. Jos vertailtavia on alle ${fewestCompared}, emme sano mitään: sattuma antaisi silloin ensimmäisen sijan useammin kuin kerran ${Math.round(1 / bendRisk)}:stä.`,
      `Tuloksen varmuutta kokeillaan lumetestillä. Jokainen muista esittää vuorollaan toimenpiteen tekijää kaikkia muita vastaan. Jos todellinen ero on niin kaukana, että enintään ${l.percent(bendRisk)} kaikista sijoista on vähintään yhtä hyviä, sanomme, että käyrä taittui oikeaan suuntaan. Jos se on yhtä kaukana toisella puolella, käyrä taittui väärään suuntaan. Muuten sitä ei voi erottaa muiden käyristä.`,
      'Sama testi tehdään edeltävistä vuosista: kolme vuotta ennen toimenpidettä ja niitä edeltävät kolme vuotta. Jos käyrä kulki omia teitään jo silloin, sanomme sen emmekä väitä, että käyrä taittui.',
      'Tämä ei selitä mitään. Menetelmä olettaa, että käyrät olisivat muuten kulkeneet yhdessä, eikä kukaan voi tietää sitä. Samoina vuosina on voinut tapahtua muutakin. Muut ovat voineet tehdä saman kertomatta. Onnistuneet kertovat useammin kuin epäonnistuneet. Hyväkin toimenpide voi olla liian pieni näkyäkseen koko kunnan luvuissa.',
    ],
  },
  karta: {
    heading: 'Kartan värit',
    paragraphs: [
      'Jos tunnusluvulle on päätetty luokat, kartta väritetään niiden mukaan. Muuten arvot jaetaan viiteen yhtä suureen osaan, joiden rajat pyöristetään samaan määrään desimaaleja, jolla tunnusluku näytetään. Samoilla arvoilla on aina sama väri.',
    ],
  },
  granser: {
    heading: 'Mitä luvut eivät kerro',
    paragraphs: [
      `Testi, joka on väärässä ${l.percent(significance)} kerroista, antaa joitakin vääriä vastauksia, kun se tehdään monelle kunnalle ja tunnusluvulle.`,
      'Testi olettaa, että vuodet eivät riipu toisistaan. Todellisuudessa vuosi muistuttaa usein edellistä, ja epävarmuus on silloin hieman suurempi kuin sanomme. Sarjat ovat liian lyhyitä, jotta sen voisi korjata.',
      'Oikea suunta ei kerro, mistä se johtuu. Kysy niiltä, jotka tietävät: kunnalta itseltään.',
    ],
  },
}

/** How the key figures are reckoned, in Finnish; the formulas are told in English. */
export const methodFi: typeof methodSv = {
  ...methodEn,
  title: 'Näin laskemme',
  description:
    'Miten päätämme, onko suunta oikea, kuinka varma sija on ja mitkä kunnat muistuttavat toisiaan.',
  lead: 'Luvut voivat väittää enemmän kuin tietävät. Tällä sivulla kerrotaan, miten laskemme, jotta voit tarkistaa sen ja laskea itse. Kaavat ovat englanniksi.',
  contents: 'Tällä sivulla',
  formula: 'Laskutapa',
  literature: 'Lue lisää',
  sections: methodEn.sections.map((section) => ({ ...section, ...told[section.id] })),
}
