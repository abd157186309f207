import { association, ownTexts } from '#platform/association.ts'
import { en } from './texts.en.ts'
import type { Texts } from './texts.sv.ts'

const groups: Texts['groups'] = {
  medlemmar: 'Kaikki jäsenet',
  sverige: 'Koko Ruotsi',
  lan: 'Sama lääni',
  skr: 'Sama kuntaryhmä (SKR)',
  liknande: 'Samankaltaiset kunnat',
  egen: 'Oma ryhmä',
}
const bases: Texts['bases'] = {
  published: 'julkaistu arvo',
  computed: 'laskettu arvo',
  estimated: 'laskettu arvioidulla väkiluvulla',
  'made-up': 'keksitty arvo',
}
/** "3 arvoa" */
const values = (count: number) => (count === 1 ? '1 arvo' : `${count} arvoa`)
/** "ei yhtään arvoa", "vain yksi arvo": what there is too little of. */
const tooFew = (found: number) => (found === 0 ? 'ei ole yhtään arvoa' : 'on vain yksi arvo')

/** The texts of this house in Finnish. The names of downloaded columns are those of English files. */
export const fi: Texts = {
  ...en,
  groups,
  views: {
    utveckling: 'Kehitys',
    rangordning: 'Järjestys',
    spridning: 'Hajonta',
    karta: 'Kartta',
    tabell: 'Taulukko',
  },
  words: {
    right: 'oikeaan suuntaan',
    wrong: 'väärään suuntaan',
    unchanged: 'ennallaan',
    'too-few': 'liian vähän arvoja',
  },
  bases,
  missing: {
    'not-reported': 'ei ilmoitettu',
    'not-applicable': 'ei koske',
    'not-measured': 'ei mitattu',
    confidential: 'salassa pidettävä',
  },
  certainties: {
    decided: 'päätetty',
    published: 'tiedossa yhdistyksen julkaisemista tiedoista',
    inferred: 'oma tulkintamme julkaistusta',
  },
  status: { preliminary: 'ennakkotieto', final: 'lopullinen' },
  scope: { place: 'Kunta paikkana', organisation: 'Kunnan oma organisaatio' },
  direction: { up: 'Suurempi on parempi', down: 'Pienempi on parempi' },
  reporter: { national: 'Tieto valtakunnallisista tilastoista', reporter: 'Jäsenten ilmoittama tieto' },
  madeUp: 'keksitty',
  madeUpNotice: 'Sisältää keksittyjä arvoja',
  madeUpLong:
    'Osa arvoista on keksitty esittelyä varten. Taulukossa niissä on merkintä ”keksitty” ja kaaviossa niiden pisteet ovat onttoja.',
  selection: {
    listCut: (asked, max) =>
      `Valitsit ${asked} kuntaa ja aluetta. Näytämme ensimmäiset ${max}, koska sivulle ei mahdu enempää.`,
    figuresCut: (asked, max) => `Valitsit ${asked} tunnuslukua. Näytämme ensimmäiset ${max}.`,
    noOrganisation: (typed) =>
      `Kuntaa tai aluetta ”${typed}” ei ole, ei nimellä eikä koodilla. Tarkista kirjoitusasu tai valitse kuntien luettelosta.`,
    manyOrganisations: (typed) => `”${typed}” sopii useaan kuntaan ja alueeseen. Mitä niistä tarkoitat?`,
    unknownChoice: (name, asked, known) =>
      `”${asked}” ei ole vaihtoehto kohdassa ${name}. Vaihtoehdot ovat: ${known.join(', ')}.`,
    notAYear: (typed) => `”${typed}” ei ole vuosi. Kirjoita neljä numeroa, esimerkiksi 2024.`,
    notAPlace: (typed) => `”${typed}” ei ole sija. Kirjoita kokonaisluku, esimerkiksi 100.`,
    notADay: (typed) => `”${typed}” ei ole päivämäärä. Kirjoita esimerkiksi 2025-05-14.`,
    dayToCome: (typed) => `${typed} on vasta tulossa. Valitse mennyt päivä.`,
    noFigure: (typed) => `Tunnuslukua ”${typed}” ei ole.`,
    noYear: (year, years) => `Vuodelta ${year} ei ole arvoja. Arvoja on vuosilta ${years}.`,
    noFormat: (typed) => `Tiedostomuotoa ”${typed}” meillä ei ole. Valitse csv, xlsx, json, svg tai png.`,
  },
  catalogue: {
    yearlyReport: 'Verkoston vuosiraportti (englanniksi)',
    title: 'Tunnusluvut',
    description: 'Kaksitoista yhteistä tunnuslukua kertoo, kulkevatko Ruotsin ekokunnat oikeaan suuntaan.',
    lead: 'Kaksitoista yhteistä tunnuslukua kertoo, kulkevatko jäsenet oikeaan suuntaan. Jäsenet valitsivat luvut, joista on vain vähän lisätyötä, jotka kiinnostavat useimpia ja joihin kunta voi vaikuttaa.',
    criterion: (number) => `Kriteeri ${number}`,
    criteria: ownTexts.fi.criteria.all.map(({ short }) => short),
    mean: 'Jäsenten keskiarvo',
    values,
    own: 'Verkoston omat tunnusluvut',
    ownLead: 'Muita lukuja samoista asioista, valtakunnallisista tilastoista ja jokaisesta kunnasta.',
    newer: 'Tulossa',
    newerLead: 'Nämä muutokset ovat tiedossa. Arvoja ei ole vielä.',
    newerFrom: (day) => `Jäsenet seuraavat näitä ${day} alkaen.`,
    earlier: 'Aiemmin',
    earlierLead: 'Näitä tunnuslukuja ei enää seurata, mutta arvot säilyvät.',
    membersOwn: 'Jäsenten omat tunnusluvut',
    membersOwnLead:
      'Jäsen tai jäsenten ryhmä seuraa niitä itse. Vuosikokous ei ole päättänyt niistä, eivätkä ne ole mukana jäsenten keskiarvoissa.',
    replaces: (ids) => `Korvaa: ${ids}`,
    noValues: 'Ei vielä arvoja',
    fewMean: 'alle kolme arvoa',
    sets: 'Päätökset tunnusluvuista',
    waysOf: (right, total) => `${right}/${total} kulkee oikeaan suuntaan`,
    methodLink: 'Näin laskemme',
    open: (name) => `Näytä ${name}`,
  },
  own: {
    badge: 'oma tunnusluku',
    archived: 'ei enää seurata',
    keptBy: 'Tämä on jäsenen oma tunnusluku:',
    together: (names) => `Mukana seuraamassa: ${names}`,
    followedBy: (names) => `Seuraajat: ${names}.`,
    undecided: 'Vuosikokous ei ole päättänyt siitä, eikä toimisto tarkista sitä.',
    note: (name) => `Oma tunnusluku (${name}), ei vuosikokouksen päättämä`,
  },
  figure: {
    chooser: 'Valitse, mitä näytetään',
    views: 'Näyttötapa',
    mine: 'Kuntasi tai alueesi',
    minePlaceholder: 'Esimerkiksi Falkenberg',
    with: 'Näytä myös',
    withHint: 'Nimet pilkuilla erotettuina, enintään kuusi',
    group: 'Vertaa ryhmään',
    year: 'Vuosi',
    since: 'Kehitys vuodesta',
    latestYear: 'Viimeisin vuosi',
    allYears: 'Niin kauas kuin mahdollista',
    show: 'Näytä',
    answer: (name) => `Kulkeeko ${name} oikeaan suuntaan?`,
    groupAnswer: 'Kuljetaanko oikeaan suuntaan?',
    noMine: 'Valitse kuntasi, niin näet, miten sillä menee.',
    insteadOf: (asked, used) =>
      `Jotta voit verrata ryhmään ”${asked}”, sinun on ensin valittava kunta tai alue, jolla on sellainen. Nyt näytämme ryhmän ”${used}”.`,
    oldKnowledge: (day) =>
      `Näet luvut sellaisina kuin ne tunnettiin ${day}. Myöhemmät korjaukset eivät ole mukana.`,
    replaces: 'Korvaa',
    knownOn: (day) => `Tiedot sellaisina kuin ne tunnettiin ${day}.`,
    toNow: 'Näytä nykyiset luvut',
    breakLabel: (year) => `Uusi menetelmä ${year}`,
    breakNotice: (year) => `Vuodesta ${year} menetelmä on toinen:`,
    breakNotCompared: 'Arvoja ennen sitä ja sen jälkeen ei verrata.',
    target: (value, year) => `Kansallinen tavoite ${year}: ${value}`,
    ownTarget: (value, year) => `Oma tavoite ${year}: ${value}`,
    ownTargetBy: (name, decision) => `Tavoitteen on asettanut ${name}: ${decision}`,
    targetBy: 'Tavoitteen asettaja:',
    mean: 'Keskiarvo',
    weightedMean: 'Väkiluvulla painotettu keskiarvo',
    median: 'Mediaani',
    quartiles: 'Ala- ja yläneljännes',
    count: 'Arvojen määrä',
    fewValues: (count) => `Vain ${values(count)}: liian vähän, jotta keskiarvo kertoisi jotakin.`,
    sameReporters: (count, from, to, change) =>
      `Niiden ${count} muutos, joilla on arvo sekä vuodelta ${from} että vuodelta ${to}, oli keskimäärin ${change}.`,
    publishedMean: (year, value) => `Yhdistyksen julkaisema keskiarvo vuodelta ${year}: ${value}.`,
    noValues: 'Tällä tunnusluvulla ei ole vielä arvoja.',
    noValuesThen: 'Sinä päivänä ei tunnettu yhtään arvoa.',
    similarTitle: 'Miten samankaltaiset kunnat on valittu',
    similarHow:
      'Ne muistuttavat toisiaan väkiluvultaan, asukastiheydeltään ja kuntaryhmältään (SKR). Väkilukua ja tiheyttä verrataan logaritmisella asteikolla. Poista valintoja tai lisää uusia, niin voit verrata omaan ryhmääsi.',
    similarAdd: 'Lisää muita',
    similarUse: 'Käytä omana ryhmänä',
    distance: 'Ero',
    population: 'Väkiluku',
    density: 'Asukkaita/km²',
    about: 'Tietoa tunnusluvusta',
    definition: 'Mitä se mittaa',
    calculation: 'Miten se lasketaan',
    divided: (numerator, denominator) => `${numerator} / ${denominator}`,
    source: 'Lähde',
    sourcesAll: 'Kaikki lähteet',
    criteriaServed: 'Kestävyyskriteerit',
    sdgs: 'Kestävän kehityksen tavoitteet',
    plausible: 'Uskottavat arvot',
    between: (from, to) => `${from}–${to}`,
    set: 'Päätetty',
    replaced: 'Korvaaja',
    corrections: 'Korjaukset',
    correction: (name, year, was, is) => `${name} ${year}: oli ${was}, on nyt ${is}`,
    noCorrections: 'Yhtään arvoa ei ole korjattu.',
    wholeRanking: 'Näytä koko luettelo',
    shortRanking: 'Näytä lyhyt luettelo',
    place: 'Sija',
    likely: 'Todennäköinen',
    likelyPlace: 'Todennäköinen sija',
    value: 'Arvo',
    organisation: 'Kunta',
    trend: 'Kehitys',
    sharePicture: 'Lataa, linkitä ja viittaa',
    download: 'Lataa',
    csvSwedish: 'CSV ruotsinkieliseen Exceliin',
    link: 'Linkki tähän valintaan',
    cite: 'Linkki viittausta varten (myöhemmät korjaukset eivät muuta sitä)',
    citation: (name, day, address) =>
      `${association.name.en}: ${name}. Tiedot sellaisina kuin ne tunnettiin ${day}. ${address}`,
    embed: 'Upota verkkosivulle',
    embedFixed: 'Koodi kaavioon, jota myöhemmät korjaukset eivät muuta',
    comments: 'Huomautuksia arvoista',
    tableCaption: (name, unit) => `${name}, ${unit}`,
    tooLong: (shown, all) => `Näkyvissä ${shown}/${all}.`,
    nextTitle: 'Jatka eteenpäin',
    nextLearn: 'Opi niiltä, jotka ovat parantaneet eniten, ja kysy heiltä',
    nextCompare: 'Vertaa useita tunnuslukuja rinnakkain',
    nextProfile: (name) => `${name}: kaikki tunnusluvut`,
    improvers: (year) => `Ryhmän eniten parantaneet vuoteen ${year} mennessä`,
    improver: (slope) => `${slope} vuodessa`,
    quartileNote: 'Puolet kaikista on laatikon sisällä.',
    mapNote: 'Jokainen ympyrä on kunta. Pinta-ala kertoo väkiluvun ja paikka suunnilleen, missä kunta on.',
    missingClass: 'Ei arvoa tai ei ryhmässä',
    under: (limit) => `alle ${limit}`,
    over: (limit) => `${limit} tai enemmän`,
    better: 'paras',
    since_: (year) => `vuodesta ${year}`,
    embedTitle: (name) => `${name} – ${association.name.en}`,
  },
  sentences: {
    point: (name, year, value, remarks) => `${name} ${year}: ${value}${remarks ? ` (${remarks})` : ''}`,
    noValue: (name, year, reason) => `${name} ${year}: ei arvoa (${reason})`,
    current: (name, year, value) => `${name}: ${value} vuonna ${year}.`,
    trend: {
      right: (since, pace) => `Suunta on ollut oikea vuodesta ${since}: ${pace} vuodessa.`,
      wrong: (since, pace) => `Suunta on ollut väärä vuodesta ${since}: ${pace} vuodessa.`,
      unchanged: (since) => `Ei varmaa muutosta vuodesta ${since}.`,
      'too-few': (count) =>
        `Liian vähän arvoja, jotta suunnan voisi sanoa: ${count}, kun tarvitaan vähintään viisi.`,
    },
    reach: {
      reached: (year) => `Vuoden ${year} tavoite on jo saavutettu.`,
      year: (year, targetYear) =>
        year <= targetYear
          ? `Tätä vauhtia tavoite saavutetaan vuonna ${year}, eli ajoissa ennen vuotta ${targetYear}.`
          : `Tätä vauhtia tavoite saavutetaan vuonna ${year}, vaikka se pitäisi saavuttaa vuonna ${targetYear}.`,
      never: 'Tätä vauhtia tavoitetta ei saavuteta koskaan.',
      unknown: '',
    },
    place: (place, count, shared) => `${shared ? 'Jaettu sija' : 'Sija'} ${place}/${count}`,
    likely: (from, to) => `todennäköisesti ${from}–${to}`,
    likelyOne: 'sija on varma',
    unsure: 'liian vähän vuosia, jotta sijan varmuuden voisi sanoa',
    betterThan: (tenths) => `Parempi kuin ${tenths} kymmenestä.`,
    median: (difference, direction) =>
      direction === 'equal'
        ? 'Täsmälleen mediaanin kohdalla.'
        : `${difference} ${direction === 'better' ? 'parempi' : 'huonompi'} kuin mediaani.`,
    notApart: (names) => `Eroa seuraaviin ei voi sanoa varmaksi: ${names}.`,
    groupMean: (group, year, value, count) =>
      `${group}: keskiarvo ${value} vuonna ${year} (${values(count)}).`,
    ways: (right, wrong, unchanged, few) =>
      `Oikeaan suuntaan kulkee ${right}, väärään ${wrong}, ennallaan on ${unchanged}, ja liian vähän arvoja on ${few}.`,
    spread: (group, year, q1, q3, median) =>
      `${group} vuonna ${year}: puolet on välillä ${q1}–${q3}, mediaani on ${median}.`,
    map: (year, count, better) =>
      `Kartalla on ${values(count)} vuodelta ${year}. Vaalein väri on ${better}, tummin huonoin.`,
    ranking: (count, year, best) =>
      `${count} järjestettynä vuoden ${year} arvon mukaan. Ensimmäisenä: ${best}.`,
  },
  profile: {
    membersOwn: 'Omat tunnusluvut',
    membersOwnLead:
      'Seurataan itse tai jäsenten ryhmässä ilman vuosikokouksen päätöstä. Verrataan vain niihin, jotka seuraavat samaa tunnuslukua.',
    yearlyReport: 'Vuosiraportti hallitukselle, sivuna ja PDF:nä (englanniksi)',
    description: (name) =>
      `Kulkeeko ${name} oikeaan suuntaan? Kaikki tunnusluvut: kehitys, sija ja vertailu.`,
    lead: (right, wrong, judged) =>
      judged === 0
        ? 'Liian vähän arvoja, jotta suunnan voisi sanoa.'
        : `Riittävästi arvoja on ${judged} tunnusluvulla. Niistä ${right} kulkee oikeaan ja ${wrong} väärään suuntaan.`,
    facts: 'Perustiedot',
    county: 'Lääni',
    skrGroup: 'Kuntaryhmä (SKR)',
    population: 'Väkiluku',
    area: 'Maapinta-ala',
    density: 'Asukastiheys',
    member: 'Jäsen',
    memberSince: (day) => `${day} alkaen`,
    notMember: 'Ei jäsen',
    madeUpMembership: 'keksitty jäsenyys',
    compare: (group) => `Vertailuryhmä: ${group}`,
    twelve: 'Kaksitoista tunnuslukua',
    own: 'Verkoston omat tunnusluvut',
    figure: 'Tunnusluku',
    latest: 'Viimeisin arvo',
    year: 'Vuosi',
    rank: 'Sija ryhmässä',
    curve: 'Käyrä',
    learn: 'Opi muilta',
    learnOn: (figure) => `Opi muilta: ${figure}`,
    toMedian: 'Ero mediaaniin',
    trend: 'Kehitys',
    target: 'Tavoite',
    noValue: 'ei arvoa',
    better: 'parempi',
    worse: 'huonompi',
    similar: 'Samankaltaiset kunnat',
    changed: 'Vertaa',
    inhabitants: (count, year) => `${count} asukasta (${year})`,
    compareWith: 'Vertaa rinnakkain samankaltaisiin',
    populationBasis: {
      published: '',
      derived: 'johdettu',
      estimated: 'arvioitu',
      perturbed: 'Ruotsin tilastokeskuksen pyöristämä tietosuojan vuoksi',
    },
    download: 'Lataa taulukko',
  },
  compare: {
    title: 'Vertaa',
    description: 'Vertaa kuntia ja alueita rinnakkain useilla tunnusluvuilla.',
    lead: 'Valitse kunnat tai alueet ja ne tunnusluvut, jotka haluat nähdä.',
    organisations: 'Kunnat ja alueet',
    organisationsHint: 'Nimet pilkuilla erotettuina, enintään kuusi',
    figures: 'Tunnusluvut',
    figuresHint: 'Enintään kaksitoista',
    show: 'Vertaa',
    empty: 'Valitse ainakin yksi kunta tai alue. Kokeile esimerkiksi',
    example: 'Falkenberg, Helsingborg ja Karlskrona',
    caption: 'Viimeisin arvo, vuosi ja kehitys',
  },
  many: {
    computed: (when) => `Tämän suuren ryhmän vertailu laskettiin ${when}.`,
    waiting: 'Arvot ovat muuttuneet sen jälkeen. Vertailu lasketaan pian uudelleen.',
    notComputed: 'Tämän suuren ryhmän vertailua lasketaan parhaillaan. Palaa hetken kuluttua.',
    notThen: 'Suurissa ryhmissä summat ja sijat näytetään vain sellaisina kuin ne ovat tänään.',
    percentile: (percent) => `Parempi kuin ${percent} prosenttia muista.`,
    upper: 'Yläkvartiili',
    lower: 'Alakvartiili',
    rowsOf: (from, to, count) => `Sijat ${from}–${to}, yhteensä ${count}.`,
    previous: 'Edellinen',
    next: 'Seuraava',
    jump: 'Siirry sijalle',
    go: 'Siirry',
    betterThan: (percent) => `Parempi kuin ${percent} prosenttia`,
    shares: 'Siirry osuuteen',
    pagesLabel: 'Luettelon sivut',
    page: (page, last, count) => `Sivu ${page}/${last}, luettelossa yhteensä ${count}.`,
    likely:
      'Suurissa ryhmissä todennäköinen sija lasketaan kunnan omasta vuosivaihtelusta; muiden vaihtelu tasoittuu.',
    file: 'Ryhmä on suuri. Tiedostossa ovat sivulla näkyvät kunnat; kaikki arvot ovat avoimessa datassa.',
  },
  organisations: {
    title: 'Kunnat ja alueet',
    description: `Kaikki Ruotsin kunnat ja alueet. Yhdistyksen ${association.name.en} jäsenet on merkitty.`,
    lead: (municipalities, regions) =>
      `Yhdistyksen jäseninä on ${municipalities} kuntaa ja ${regions} aluetta.`,
    search: 'Hae kuntaa tai aluetta',
    searchButton: 'Hae',
    found: (count, typed) => `Haulla ”${typed}” löytyi ${count}.`,
    foundSome: (count, typed) =>
      `Haulla ”${typed}” löytyi vähintään ${count}. Kirjoita nimestä enemmän, jos etsimäsi ei ole mukana.`,
    none: (typed) => `Yhdenkään kunnan tai alueen nimessä ei ole ”${typed}”. Tarkista kirjoitusasu.`,
    membersOnly: 'Vain jäsenet',
    name: 'Nimi',
    county: 'Lääni',
    group: 'Kuntaryhmä (SKR)',
    population: 'Väkiluku',
    member: 'Jäsen',
    since: (year) => `vuodesta ${year}`,
    mapTitle: 'Jäsenet kartalla',
    mapSummary: (count, observers, total) =>
      `Jäseninä on ${count} kuntaa ${total}:stä. Ne ovat kartalla tummia.${
        observers > 0
          ? ` ${observers === 1 ? 'Tarkkailijoita on 1' : `Tarkkailijoita on ${observers}`}. Ne ovat renkaita.`
          : ''
      }`,
    mapMember: 'Jäsen',
    mapObserver: 'Tarkkailija',
    mapOther: 'Ei jäsen',
    regions: 'Alueet',
    municipalities: 'Kunnat',
    all: 'Näytä kaikki',
  },
  revisions: {
    title: 'Korjatut arvot',
    lead: 'Jokainen arvo, joka on muuttunut sen jälkeen, kun se tuli tietoon: mikä se oli, mikä se on ja miksi.',
    figure: 'Tunnusluku',
    allFigures: 'Kaikki tunnusluvut',
    organisation: 'Kunta tai alue',
    allOrganisations: 'Kaikki',
    show: 'Näytä',
    found: (n, most) =>
      n >= most ? `${most} viimeisintä korjausta` : n === 1 ? 'Yksi korjaus' : `${n} korjausta`,
    none: 'Yhtään arvoa ei ole korjattu.',
    on: 'Korjattu',
    year: 'Vuosi',
    was: 'Oli',
    became: 'On nyt',
    why: 'Miksi',
    feed: 'Seuraa korjauksia syötteenä (Atom)',
    link: 'Korjatut arvot',
    more: 'Näytä kaikki tunnusluvun korjaukset',
    withdrawn: 'ei enää arvoa',
    withdrawnBySource: 'Lähde on poistanut arvon',
    noReason: 'Arvo on muuttunut',
    says: (name, comment) => `${name} kommentoi: ”${comment}”`,
    explains: (text) => `Toimisto selittää: ${text}`,
    titleOn: (day) => `Korjatut arvot ${day}`,
    leadOn:
      'Mikä kukin arvo oli, mikä siitä tuli ja miksi. Sivu säilyy, jotta ilmoitukset, viittaukset ja upotetut kaaviot voivat ohjata tänne.',
    noneOn: (day) => `Yhtään arvoa ei korjattu ${day}.`,
    allOfDay: (count) => `Näytä kaikki sen päivän ${count} korjausta`,
    onlyThis: 'Näytä vain tämä tunnusluku',
    by: 'Ilmoittaja',
    citeTitle: 'Jos olet viitannut arvoon',
    citeHow:
      'Sarakkeen ”Oli” linkki näyttää tunnusluvun sellaisena kuin se tunnettiin ennen korjausta. Sarakkeen ”On nyt” linkki näyttää, mikä pitää paikkansa nyt. Kun oikaiset viittauksen, kirjoita uusi arvo ja sulkeisiin ”korjattu”, yllä oleva päivä ja aiempi arvo.',
    follow:
      'Haluatko tiedon, kun arvoja korjataan? Avaa tunnusluku, kunta tai vertailu ja valitse ”Ilmoita, jos arvot korjataan”.',
    correctedSince: (count) =>
      count === 0
        ? 'Vertailun arvoja on korjattu sen jälkeen'
        : count === 1
          ? 'Yksi tässä näkyvä arvo on korjattu sen jälkeen'
          : `${count} tässä näkyvää arvoa on korjattu sen jälkeen`,
    groupCorrected: (count, besides) =>
      `${besides ? 'Lisäksi vertailuryhmässä' : 'Vertailuryhmässä'} on korjattu ${values(count)}. Se vaikuttaa keskiarvoon, mediaaniin ja sijaan.`,
    allOn: (day) => `Kaikki korjaukset ${day}`,
    embedNote: (day) => `Korjattu sen jälkeen (${day}).`,
    embedLink: 'Katso, mitä on korjattu',
  },
  follow: {
    follow: 'Seuraa',
    stop: 'Lopeta seuraaminen',
    followed: 'Seuraat tätä. Tapahtumat näet sivulta',
    mine: 'Omat sivut',
  },
  tellMe: {
    title: 'Ilmoita, jos arvot korjataan',
    lead: 'Saat sähköpostin, jos jokin arvoista muuttuu jälkikäteen: mikä se oli, mikä se on ja miksi. Viesti on englanniksi.',
    extent: 'Mitkä arvot?',
    allYears: (who) => `${who}, kaikki vuodet`,
    oneYear: (who, year) => `${who}, vain ${year}`,
    everyone: 'Kaikki kunnat ja alueet',
    use: 'Miten käytät niitä?',
    uses: {
      subscribed: 'Haluan vain pysyä ajan tasalla',
      cited: 'Olen viitannut niihin sellaisina kuin ne tunnetaan nyt',
      embedded: 'Olen upottanut kaavion',
      saved: 'Olen ladannut tiedoston tai kuvan',
    },
    place: 'Missä ne ovat? (vapaaehtoinen)',
    placeHint: 'Esimerkiksi raportin nimi tai sivun osoite. Kirjoitamme sen viestiin, jotta löydät paikan.',
    email: 'Sähköpostiosoite',
    emailHint: 'Vahvistat tilauksen sähköpostin linkistä. Emme käytä osoitetta muuhun.',
    button: 'Ilmoita minulle',
  },
  effect: {
    title: 'Taittunut käyrä',
    lead: (name: string, kind: 'municipality' | 'region') =>
      `Miten tunnusluku muuttui toimenpiteen jälkeen (${name}) verrattuna ${kind === 'region' ? 'samankaltaisimpiin alueisiin, jotka' : 'samankaltaisimpiin kuntiin, jotka'} eivät ole kertoneet tehneensä samaa.`,
    notCause: 'Tämä ei kerro, miksi. Samoina vuosina on voinut tapahtua muutakin.',
    method: 'Näin laskemme taittuneen käyrän',
    bend: {
      right: 'Käyrä taittui oikeaan suuntaan.',
      wrong: 'Käyrä taittui väärään suuntaan.',
      unclear: 'Käyrää ei voi erottaa muiden käyristä.',
      'right-before':
        'Käyrä kehittyi paremmin kuin muiden, mutta niin se teki jo toimenpidettä edeltävinä vuosina.',
      'wrong-before':
        'Käyrä kehittyi huonommin kuin muiden, mutta niin se teki jo toimenpidettä edeltävinä vuosina.',
    },
    short: {
      right: (year: number, place: string) =>
        `Vuoden ${year} jälkeen käyrä taittui oikeaan suuntaan, ${place}.`,
      wrong: (year: number, place: string) =>
        `Vuoden ${year} jälkeen käyrä taittui väärään suuntaan, ${place}.`,
      unclear: (year: number, place: string) =>
        `Vuoden ${year} jälkeen käyrää ei voi erottaa muiden käyristä: ${place}.`,
      'right-before': (year: number, place: string) =>
        `Vuoden ${year} jälkeen käyrä kehittyi paremmin kuin muiden (${place}), mutta niin se teki jo ennen.`,
      'wrong-before': (year: number, place: string) =>
        `Vuoden ${year} jälkeen käyrä kehittyi huonommin kuin muiden (${place}), mutta niin se teki jo ennen.`,
    },
    moved: (name: string, before: string, after: string, mine: string, count: number, others: string) =>
      `Jaksojen ${before} ja ${after} välillä keskiarvo muuttui ${mine} (${name}) ja ${count} samankaltaisen keskiarvo ${others}.`,
    difference: (difference: string, place: string) => `Ero on ${difference}, ${place}.`,
    better: (count: number, of: number) => `parempi kuin ${count}/${of} samankaltaista`,
    worse: (count: number, of: number) => `huonompi kuin ${count}/${of} samankaltaista`,
    earlier: {
      right: 'Kehitys oli muita parempi jo toimenpidettä edeltävinä vuosina.',
      wrong: 'Kehitys oli muita huonompi jo toimenpidettä edeltävinä vuosina.',
      unclear: 'Toimenpidettä edeltävinä vuosina käyrä seurasi muita.',
      unknown: 'Arvoja on liian vähän, jotta näkisi, kulkiko käyrä omia teitään jo ennen toimenpidettä.',
    },
    unknown: {
      'no-values': (name: string) =>
        `Tällä tunnusluvulla ei ole arvoja (${name}), joten emme voi sanoa mitään.`,
      break: (year: number) =>
        `Mittausmenetelmä muuttui vuonna ${year}, juuri kun toimenpide tehtiin. Arvoja ennen sitä ja sen jälkeen ei voi verrata.`,
      'too-few-before': (found: number, least: number) =>
        `Toimenpidettä edeltävältä kolmelta vuodelta ${tooFew(found)}. Tarvitaan vähintään ${least}.`,
      'too-few-after': (found: number, least: number) =>
        `Toimenpiteen jälkeisiltä kolmelta vuodelta ${tooFew(found)}. Tarvitaan vähintään ${least}.`,
      'too-early': (found: number, least: number) =>
        `On liian aikaista sanoa. Toimenpiteen jälkeisiltä vuosilta tarvitaan vähintään ${least} arvoa, ja toistaiseksi ${tooFew(found)}.`,
      'too-few-alike': (found: number, least: number) =>
        `${found === 0 ? 'Yhdelläkään samankaltaisella ei ole arvoja' : `Vain ${found} samankaltaisella on arvoja`} samoilta vuosilta. Tarvitaan vähintään ${least}.`,
    },
    madeUp: 'Mukana on keksittyjä arvoja, joten myös tulos on keksitty.',
    before: 'ennen',
    after: 'jälkeen',
    others: (count: number) => `${count} samankaltaisen keskiarvo`,
    chartTitle: (year: number) => `Ennen vuotta ${year} ja sen jälkeen`,
    tableCaption: (number) => `Tunnusluku ${number}: keskiarvot ennen toimenpidettä ja sen jälkeen`,
    change: 'Muutos',
    gap: 'Ero muihin',
    comparedWith: (count: number, kind: 'municipality' | 'region') =>
      `Vertailussa ${count} ${kind === 'region' ? 'aluetta' : 'kuntaa'}`,
    comparedCaption: (number) =>
      `Tunnusluku ${number}: samankaltaisimmat ja ero, jos toimenpide olisi ollut niiden`,
    name: 'Kunta tai alue',
    leftOut: (names: string) =>
      `Yhtä lähellä mutta poissa vertailusta, koska on oma esimerkki tunnusluvusta tai on tehty sama: ${names}.`,
  },
  remark: (l, basis, preliminary, deviation) =>
    l.list([
      ...(basis === 'published' || basis === 'computed' ? [] : [bases[basis]]),
      ...(preliminary ? ['ennakkotieto'] : []),
      ...(deviation ? [deviation] : []),
    ]),
}
