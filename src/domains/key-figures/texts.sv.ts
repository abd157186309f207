import { association, ownTexts } from '#platform/association.ts'
import type { Locale } from '#platform/i18n.ts'
import type { TrendWord } from './rules/trend.ts'
import type { GroupKind, ViewKind } from './selection.ts'
import type { Basis, Certainty, MissingReason } from './tables.ts'

const groups: Record<GroupKind, string> = {
  medlemmar: 'Alla medlemmar',
  sverige: 'Hela Sverige',
  lan: 'Samma län',
  skr: 'Samma SKR-grupp',
  liknande: 'Liknande kommuner',
  egen: 'Egen grupp',
}
const views: Record<ViewKind, string> = {
  utveckling: 'Utveckling',
  rangordning: 'Rangordning',
  spridning: 'Spridning',
  karta: 'Karta',
  tabell: 'Tabell',
}
const words: Record<TrendWord, string> = {
  right: 'rätt håll',
  wrong: 'fel håll',
  unchanged: 'oförändrat',
  'too-few': 'för få värden',
}
const bases: Record<Basis, string> = {
  published: 'publicerat värde',
  computed: 'beräknat värde',
  estimated: 'beräknat med uppskattad folkmängd',
  'made-up': 'påhittat värde',
}
const missing: Record<MissingReason, string> = {
  'not-reported': 'inte rapporterat',
  'not-applicable': 'inte aktuellt',
  'not-measured': 'inte mätt',
  confidential: 'sekretess',
}
const certainties: Record<Certainty, string> = {
  decided: 'beslutat',
  published: 'känt från föreningens publicering',
  inferred: 'vår tolkning av det som publicerats',
}

/** The texts of this house in Swedish, which is the reference. */
export const sv = {
  groups,
  views,
  words,
  bases,
  missing,
  certainties,
  status: { preliminary: 'preliminärt', final: 'slutligt' },
  scope: { place: 'Hela kommunen som plats', organisation: 'Kommunens egen organisation' },
  direction: { up: 'Högre är bättre', down: 'Lägre är bättre' },
  reporter: { national: 'Hämtas ur nationell statistik', reporter: 'Rapporteras av medlemmarna' },
  madeUp: 'påhittat',
  madeUpNotice: 'Innehåller påhittade värden',
  madeUpLong:
    'Några värden här är påhittade för demonstrationen. De är märkta ”påhittat” i tabellen och har ihåliga punkter i diagrammet.',
  selection: {
    listCut: (asked: number, max: number) =>
      `Du valde ${asked} kommuner och regioner. Vi visar de första ${max}; fler ryms inte på en sida.`,
    figuresCut: (asked: number, max: number) => `Du valde ${asked} nyckeltal. Vi visar de första ${max}.`,
    noOrganisation: (typed: string) =>
      `Det finns ingen kommun eller region som heter ”${typed}” eller har den koden. Kontrollera stavningen eller välj i listan över kommuner.`,
    manyOrganisations: (typed: string) =>
      `Flera kommuner och regioner passar in på ”${typed}”. Vilken menar du?`,
    unknownChoice: (name: string, asked: string, known: string[]) =>
      `”${asked}” går inte att välja för ${name}. Det som finns är: ${known.join(', ')}.`,
    notAYear: (typed: string) => `”${typed}” är inget årtal. Skriv fyra siffror, till exempel 2024.`,
    notAPlace: (typed: string) => `”${typed}” är ingen plats. Skriv ett heltal, till exempel 100.`,
    notADay: (typed: string) => `”${typed}” är inget datum. Skriv till exempel 2025-05-14.`,
    dayToCome: (typed: string) => `${typed} har inte varit än. Välj en dag som har passerat.`,
    noFigure: (typed: string) => `Det finns inget nyckeltal med beteckningen ”${typed}”.`,
    noYear: (year: number, years: string) =>
      `Det finns inga värden för ${year}. Det finns värden för ${years}.`,
    noFormat: (typed: string) =>
      `”${typed}” är inget format som vi har. Välj csv, xlsx, json, svg eller png.`,
  },
  catalogue: {
    yearlyReport: 'Nätverkets årsrapport',
    title: 'Nyckeltalen',
    description: 'Tolv gemensamma nyckeltal visar om Sveriges ekokommuner går åt rätt håll.',
    lead: 'Tolv gemensamma nyckeltal visar om medlemmarna går åt rätt håll. Medlemmarna valde dem för att de kräver lite extra arbete, intresserar de flesta och går att påverka i kommunen.',
    criterion: (number: number) => `Kriterium ${number}`,
    criteria: ownTexts.sv.criteria.all.map(({ short }) => short),
    mean: 'Medlemmarnas medel',
    values: (count: number) => `${count} ${count === 1 ? 'värde' : 'värden'}`,
    own: 'Nätverkets egna nyckeltal',
    ownLead: 'Andra siffror om samma frågor, för alla kommuner, ur nationell statistik.',
    newer: 'Kommande',
    newerLead: 'Här är de ändringar som är kända. Värden finns inte än.',
    newerFrom: (day: string) => `Medlemmarna följer uppsättningen från ${day}.`,
    earlier: 'Tidigare',
    earlierLead: 'Nyckeltalen följs inte längre, men värdena finns kvar.',
    membersOwn: 'Medlemmarnas egna nyckeltal',
    membersOwnLead:
      'En medlem eller en grupp av medlemmar följer dem på egen hand. De är inte beslutade av årsmötet och räknas inte in i medlemmarnas medel.',
    replaces: (ids: string) => `Ersätter ${ids}`,
    noValues: 'Inga värden än',
    fewMean: 'färre än tre värden',
    sets: 'Beslut om nyckeltalen',
    waysOf: (right: number, total: number) => `${right} av ${total} går åt rätt håll`,
    methodLink: 'Så räknar vi',
    open: (name: string) => `Visa ${name}`,
  },
  own: {
    badge: 'eget nyckeltal',
    archived: 'följs inte längre',
    keptBy: 'Det här är ett eget nyckeltal för',
    together: (names: string) => `Följs också av ${names}`,
    followedBy: (names: string) => `Följs av ${names}.`,
    undecided: 'Det är inte beslutat av årsmötet och kontrolleras inte av kansliet.',
    note: (name: string) => `Eget nyckeltal för ${name}, inte beslutat av årsmötet`,
  },
  figure: {
    chooser: 'Välj vad du vill se',
    views: 'Visa som',
    mine: 'Din kommun eller region',
    minePlaceholder: 'Till exempel Falkenberg',
    with: 'Visa också',
    withHint: 'Namn med komma emellan, högst sex',
    group: 'Jämför med',
    year: 'År',
    since: 'Trend sedan',
    latestYear: 'Senaste året',
    allYears: 'Så långt det går',
    show: 'Visa',
    answer: (name: string) => `Går ${name} åt rätt håll?`,
    groupAnswer: 'Går det åt rätt håll?',
    noMine: 'Välj din kommun så ser du hur den ligger till.',
    insteadOf: (asked: string, used: string) =>
      `För att jämföra med ”${asked}” behöver du först välja en kommun eller region som det går för. Nu visas ”${used}”.`,
    oldKnowledge: (day: string) => `Du ser siffrorna som de var kända ${day}. Senare rättelser är inte med.`,
    replaces: 'Ersätter',
    knownOn: (day: string) => `Uppgifter kända ${day}.`,
    toNow: 'Visa dagens siffror',
    breakLabel: (year: number) => `Ny metod ${year}`,
    breakNotice: (year: number) => `Från ${year} gäller en annan metod:`,
    breakNotCompared: 'Värden före och efter jämförs inte.',
    target: (value: string, year: number) => `Nationellt mål ${year}: ${value}`,
    ownTarget: (value: string, year: number) => `Eget mål ${year}: ${value}`,
    ownTargetBy: (name: string, decision: string) => `${name} har satt målet: ${decision}`,
    targetBy: 'Mål enligt',
    mean: 'Medel',
    weightedMean: 'Medel vägt efter folkmängd',
    median: 'Median',
    quartiles: 'Undre och övre kvartil',
    count: 'Antal värden',
    fewValues: (count: number) =>
      `Bara ${count} ${count === 1 ? 'värde' : 'värden'}: för få för ett medel som säger något.`,
    sameReporters: (count: number, from: number, to: number, change: string) =>
      `De ${count} som har värden både ${from} och ${to} har i medel ändrats ${change}.`,
    publishedMean: (year: number, value: string) => `Föreningens publicerade medel ${year}: ${value}.`,
    noValues: 'Det finns inga värden för det här nyckeltalet än.',
    noValuesThen: 'Inga värden var kända den dagen.',
    similarTitle: 'Så valdes de liknande kommunerna',
    similarHow:
      'De liknar i folkmängd, invånare per kvadratkilometer och SKR:s kommungrupp. Folkmängd och täthet jämförs i logaritmisk skala. Kryssa ur eller lägg till och jämför med din egen grupp.',
    similarAdd: 'Lägg till fler',
    similarUse: 'Använd som egen grupp',
    distance: 'Skillnad',
    population: 'Folkmängd',
    density: 'Invånare per km²',
    about: 'Om nyckeltalet',
    definition: 'Vad det mäter',
    calculation: 'Så räknas det',
    divided: (numerator: string, denominator: string) => `${numerator} delat med ${denominator}`,
    source: 'Källa',
    sourcesAll: 'Alla källor',
    criteriaServed: 'Hållbarhetskriterier',
    sdgs: 'Globala mål',
    plausible: 'Rimliga värden',
    between: (from: string, to: string) => `${from}–${to}`,
    set: 'Beslutat',
    replaced: 'Ersatt av',
    corrections: 'Rättelser',
    correction: (name: string, year: number, was: string, is: string) => `${name} ${year}: ${was} blev ${is}`,
    noCorrections: 'Inga värden har rättats.',
    wholeRanking: 'Visa hela listan',
    shortRanking: 'Visa den korta listan',
    place: 'Plats',
    likely: 'Troligen',
    likelyPlace: 'Trolig plats',
    value: 'Värde',
    organisation: 'Kommun',
    trend: 'Utveckling',
    sharePicture: 'Ladda ner, länka och citera',
    download: 'Ladda ner',
    csvSwedish: 'CSV för Excel',
    link: 'Länk till det här urvalet',
    cite: 'Länk att citera (ändras inte av senare rättelser)',
    citation: (name: string, day: string, address: string) =>
      `${association.name.sv}: ${name}. Uppgifter kända ${day}. ${address}`,
    embed: 'Bädda in på en webbsida',
    embedFixed: 'Kod för ett diagram som inte ändras av senare rättelser',
    comments: 'Kommentarer till värdena',
    tableCaption: (name: string, unit: string) => `${name}, ${unit}`,
    tooLong: (shown: number, all: number) => `Visar ${shown} av ${all}.`,
    nextTitle: 'Gå vidare',
    nextLearn: 'Lär av dem som har förbättrats mest, och fråga dem',
    nextCompare: 'Jämför flera nyckeltal sida vid sida',
    nextProfile: (name: string) => `Alla nyckeltal för ${name}`,
    improvers: (year: number) => `Har förbättrats mest i gruppen till ${year}`,
    improver: (slope: string) => `${slope} per år`,
    quartileNote: 'Hälften av alla ligger inom rutan.',
    mapNote: 'Varje cirkel är en kommun. Ytan visar folkmängden, läget ungefär var kommunen ligger.',
    missingClass: 'Inget värde eller inte i gruppen',
    under: (limit: string) => `under ${limit}`,
    over: (limit: string) => `${limit} och mer`,
    better: 'bäst',
    since_: (year: number) => `sedan ${year}`,
    embedTitle: (name: string) => `${name} – ${association.name.sv}`,
  },
  sentences: {
    /** "Falkenberg 2024: 4,2 ton per invånare" */
    point: (name: string, year: number, value: string, remarks: string) =>
      `${name} ${year}: ${value}${remarks ? ` (${remarks})` : ''}`,
    noValue: (name: string, year: number, reason: string) => `${name} ${year}: värde saknas (${reason})`,
    current: (name: string, year: number, value: string) => `${name} hade ${value} år ${year}.`,
    trend: {
      right: (since: number, pace: string) => `Utvecklingen går åt rätt håll sedan ${since}: ${pace} per år.`,
      wrong: (since: number, pace: string) => `Utvecklingen går åt fel håll sedan ${since}: ${pace} per år.`,
      unchanged: (since: number) => `Ingen säker förändring sedan ${since}.`,
      'too-few': (count: number) =>
        `För få värden för att säga åt vilket håll det går: ${count} av minst fem.`,
    },
    reach: {
      reached: (year: number) => `Målet för ${year} är redan nått.`,
      year: (year: number, targetYear: number) =>
        year <= targetYear
          ? `I den takten nås målet ${year}, i tid till ${targetYear}.`
          : `I den takten nås målet ${year}, men det ska vara nått ${targetYear}.`,
      never: 'I den takten nås målet aldrig.',
      unknown: '',
    },
    place: (place: string, count: string, shared: boolean) =>
      shared ? `Delad plats ${place} av ${count}` : `Plats ${place} av ${count}`,
    likely: (from: string, to: string) => `troligen ${from}–${to}`,
    likelyOne: 'platsen är säker',
    unsure: 'för få år för att säga hur säker platsen är',
    betterThan: (tenths: number) => `Bättre än ${tenths} av 10.`,
    median: (difference: string, direction: 'better' | 'worse' | 'equal') =>
      direction === 'equal'
        ? 'Precis vid medianen.'
        : `${difference} ${direction === 'better' ? 'bättre' : 'sämre'} än medianen.`,
    notApart: (names: string) => `Går inte att skilja säkert från ${names}.`,
    groupMean: (group: string, year: number, value: string, count: number) =>
      `${group}: medel ${value} år ${year} (${count} värden).`,
    ways: (right: number, wrong: number, unchanged: number, few: number) =>
      `${right} går åt rätt håll, ${wrong} åt fel håll, ${unchanged} är oförändrade och ${few} har för få värden.`,
    spread: (group: string, year: number, q1: string, q3: string, median: string) =>
      `${group} år ${year}: hälften ligger mellan ${q1} och ${q3}, medianen är ${median}.`,
    map: (year: number, count: number, better: string) =>
      `Kartan visar ${count} värden för ${year}. Ljusast färg är ${better}, mörkast sämst.`,
    ranking: (count: string, year: number, best: string) =>
      `${count} är rangordnade efter värdet ${year}. Främst: ${best}.`,
  },
  profile: {
    membersOwn: 'Egna nyckeltal',
    membersOwnLead:
      'Följs på egen hand eller i en grupp av medlemmar, utan beslut av årsmötet. Jämförs bara med dem som följer samma nyckeltal.',
    yearlyReport: 'Årsrapport till nämnd och styrelse, som sida och PDF',
    description: (name: string) =>
      `Går ${name} åt rätt håll? Alla nyckeltal med utveckling, plats och jämförelse.`,
    lead: (right: number, wrong: number, judged: number) =>
      judged === 0
        ? 'För få värden för att säga åt vilket håll det går.'
        : `Av ${judged} nyckeltal med tillräckligt många värden går ${right} åt rätt håll och ${wrong} åt fel håll.`,
    facts: 'Fakta',
    county: 'Län',
    skrGroup: 'SKR-grupp',
    population: 'Folkmängd',
    area: 'Landareal',
    density: 'Täthet',
    member: 'Medlem',
    memberSince: (day: string) => `sedan ${day}`,
    notMember: 'Inte medlem',
    madeUpMembership: 'påhittat medlemskap',
    compare: (group: string) => `Jämfört med: ${group}`,
    twelve: 'De tolv nyckeltalen',
    own: 'Nätverkets egna nyckeltal',
    figure: 'Nyckeltal',
    latest: 'Senaste värde',
    year: 'År',
    rank: 'Plats i gruppen',
    curve: 'Kurva',
    learn: 'Lär av andra',
    learnOn: (figure: string) => `Lär av andra: ${figure}`,
    toMedian: 'Mot medianen',
    trend: 'Utveckling',
    target: 'Mål',
    noValue: 'inget värde',
    better: 'bättre',
    worse: 'sämre',
    similar: 'Liknande kommuner',
    changed: 'Jämför',
    inhabitants: (count: string, year: number) => `${count} invånare (${year})`,
    compareWith: 'Jämför sida vid sida med liknande',
    populationBasis: {
      published: '',
      derived: 'härledd',
      estimated: 'uppskattad',
      perturbed: 'avrundad av SCB för sekretess',
    },
    download: 'Ladda ner tabellen',
  },
  compare: {
    title: 'Jämför',
    description: 'Jämför kommuner och regioner i flera nyckeltal sida vid sida.',
    lead: 'Välj några kommuner eller regioner och de nyckeltal du vill se.',
    organisations: 'Kommuner och regioner',
    organisationsHint: 'Namn med komma emellan, högst sex',
    figures: 'Nyckeltal',
    figuresHint: 'Högst tolv',
    show: 'Jämför',
    empty: 'Välj minst en kommun eller region. Prova till exempel',
    example: 'Falkenberg, Helsingborg och Karlskrona',
    caption: 'Senaste värde, år och utveckling',
  },
  many: {
    computed: (when: string) => `Jämförelsen i den här stora gruppen räknades ${when}.`,
    waiting: 'Värden har ändrats sedan dess. Jämförelsen räknas om inom kort.',
    notComputed: 'Jämförelsen i den här stora gruppen räknas just nu. Kom tillbaka om en stund.',
    notThen: 'I stora grupper visas summor och platser bara som de är i dag.',
    percentile: (percent: string) => `Bättre än ${percent} procent av de andra.`,
    upper: 'Övre kvartil',
    lower: 'Undre kvartil',
    rowsOf: (from: string, to: string, count: string) => `Plats ${from}–${to} av ${count}.`,
    previous: 'Föregående',
    next: 'Nästa',
    jump: 'Gå till plats',
    go: 'Gå',
    betterThan: (percent: string) => `Bättre än ${percent} procent`,
    shares: 'Gå till en andel',
    pagesLabel: 'Sidor i listan',
    page: (page: string, last: string, count: string) => `Sida ${page} av ${last}, ${count} i hela listan.`,
    likely:
      'I stora grupper räknas den troliga platsen ut från kommunens egen variation mellan åren; de andras jämnar ut sig.',
    file: 'Gruppen är stor. Filen har de kommuner som sidan visar; alla värden finns bland de öppna data.',
  },
  organisations: {
    title: 'Kommuner och regioner',
    description: `Alla Sveriges kommuner och regioner, med medlemmarna i ${association.name.sv} utmärkta.`,
    lead: (municipalities: string, regions: string) =>
      `${municipalities} kommuner och ${regions} regioner är medlemmar i ${association.name.sv}.`,
    search: 'Sök kommun eller region',
    searchButton: 'Sök',
    found: (count: number, typed: string) => `${count} träffar på ”${typed}”.`,
    foundSome: (count: number, typed: string) =>
      `Minst ${count} träffar på ”${typed}”. Skriv mer av namnet, om den du söker inte är med.`,
    none: (typed: string) => `Ingen kommun eller region heter något med ”${typed}”. Kontrollera stavningen.`,
    membersOnly: 'Bara medlemmar',
    name: 'Namn',
    county: 'Län',
    group: 'SKR-grupp',
    population: 'Folkmängd',
    member: 'Medlem',
    since: (year: string) => `sedan ${year}`,
    mapTitle: 'Medlemmarna på kartan',
    mapSummary: (count: number, observers: number, total: number) =>
      `${count} av ${total} kommuner är medlemmar. De är mörka på kartan.${
        observers > 0
          ? ` ${observers} är ${observers === 1 ? 'observatör' : 'observatörer'}. Observatörer är ringar.`
          : ''
      }`,
    mapMember: 'Medlem',
    mapObserver: 'Observatör',
    mapOther: 'Inte medlem',
    regions: 'Regioner',
    municipalities: 'Kommuner',
    all: 'Visa alla',
  },
  revisions: {
    title: 'Rättade värden',
    lead: 'Varje värde som har ändrats sedan det först blev känt: vad det var, vad det är och varför.',
    figure: 'Nyckeltal',
    allFigures: 'Alla nyckeltal',
    organisation: 'Kommun eller region',
    allOrganisations: 'Alla',
    show: 'Visa',
    found: (n: number, most: number) =>
      n >= most ? `De ${most} senaste rättelserna` : n === 1 ? 'En rättelse' : `${n} rättelser`,
    none: 'Inget värde är rättat.',
    on: 'Rättat',
    year: 'År',
    was: 'Var',
    became: 'Blev',
    why: 'Varför',
    feed: 'Följ rättelserna som flöde (Atom)',
    link: 'Rättade värden',
    more: 'Visa alla rättelser av nyckeltalet',
    withdrawn: 'inget värde längre',
    withdrawnBySource: 'Källan har dragit tillbaka värdet',
    noReason: 'Värdet har ändrats',
    says: (name: string, comment: string) => `${name} kommenterar: ”${comment}”`,
    explains: (text: string) => `Kansliet förklarar: ${text}`,
    titleOn: (day: string) => `Värden rättade ${day}`,
    leadOn:
      'Vad varje värde var, vad det blev och varför. Sidan står kvar, så att besked, citat och inbäddade diagram kan visa hit.',
    noneOn: (day: string) => `Inget värde rättades ${day}.`,
    allOfDay: (count: number) => `Visa alla ${count} rättelser den dagen`,
    onlyThis: 'Visa bara det här nyckeltalet',
    by: 'Uppgift från',
    citeTitle: 'Om du har citerat ett värde',
    citeHow:
      'Länken i kolumnen ”Var” visar nyckeltalet som det var känt före rättelsen. Länken i kolumnen ”Blev” visar det som gäller nu. Vill du rätta ett citat kan du skriva det nya värdet och i parentes: ”rättat” med dagens datum ovan, och vad det var.',
    follow:
      'Vill du få besked när värden rättas? Öppna nyckeltalet, kommunen eller jämförelsen och välj ”Säg till om värdena rättas”.',
    correctedSince: (count: number) =>
      count === 0
        ? 'Värden i jämförelsen är rättade sedan dess'
        : count === 1
          ? 'Ett värde som visas här är rättat sedan dess'
          : `${count} värden som visas här är rättade sedan dess`,
    groupCorrected: (count: number, besides: boolean) =>
      `${besides ? 'Dessutom är' : 'I jämförelsegruppen är'} ${count} ${count === 1 ? 'värde' : 'värden'}${besides ? ' i jämförelsegruppen' : ''} ${count === 1 ? 'rättat' : 'rättade'}. Det påverkar medel, median och plats.`,
    allOn: (day: string) => `Alla rättelser ${day}`,
    embedNote: (day: string) => `Rättat sedan dess (${day}).`,
    embedLink: 'Se vad som är rättat',
  },
  happened: {
    newIn: (organisation: string, figure: string) => `${organisation} har nya värden för ${figure}`,
    newInMany: (organisation: string, figures: number) =>
      `${organisation} har nya värden för ${figures} nyckeltal`,
    newOfMany: (figure: string, organisations: number) =>
      `${figure}: nya värden för ${organisations} kommuner och regioner`,
    places: (values: number) => `${values} värden`,
    corrected: (figure: string, who: string, values: number) =>
      values === 1 ? `${figure}: ett värde för ${who} har rättats` : `${figure}: ${who} har rättats`,
  },
  follow: {
    follow: 'Följ',
    stop: 'Sluta följa',
    followed: 'Du följer. Det som händer står på',
    mine: 'Mina sidor',
  },
  tellMe: {
    title: 'Säg till om värdena rättas',
    lead: 'Du får ett mejl om något av värdena ändras i efterhand: vad det var, vad det är och varför.',
    extent: 'Vilka värden?',
    allYears: (who: string) => `${who}, alla år`,
    oneYear: (who: string, year: number) => `${who}, bara ${year}`,
    everyone: 'Alla kommuner och regioner',
    use: 'Hur använder du dem?',
    uses: {
      subscribed: 'Jag vill bara hålla koll',
      cited: 'Jag har citerat dem, som de är kända nu',
      embedded: 'Jag har bäddat in diagrammet',
      saved: 'Jag har laddat ner en fil eller bild',
    },
    place: 'Var står de? (frivilligt)',
    placeHint:
      'Till exempel en rapports namn eller en sidas adress. Vi skriver det i mejlet, så att du hittar rätt.',
    email: 'E-postadress',
    emailHint: 'Du bekräftar med en länk i ett mejl. Vi använder adressen bara till detta.',
    button: 'Säg till mig',
  },
  effect: {
    title: 'Den böjda kurvan',
    lead: (name: string, kind: 'municipality' | 'region') =>
      `Så ändrades nyckeltalet i ${name} efter åtgärden, jämfört med de ${kind === 'region' ? 'regioner' : 'kommuner'} som är mest lika och som inte har berättat att de gjorde samma sak.`,
    notCause: 'Det säger inte varför. Annat kan ha hänt samma år.',
    method: 'Så räknar vi den böjda kurvan',
    bend: {
      right: 'Kurvan böjde av åt rätt håll.',
      wrong: 'Kurvan böjde av åt fel håll.',
      unclear: 'Kurvan gick inte att skilja från de andras.',
      'right-before': 'Kurvan gick bättre än de andras, men det gjorde den redan åren före åtgärden.',
      'wrong-before': 'Kurvan gick sämre än de andras, men det gjorde den redan åren före åtgärden.',
    },
    short: {
      right: (year: number, place: string) => `Efter ${year} böjde kurvan av åt rätt håll, ${place}.`,
      wrong: (year: number, place: string) => `Efter ${year} böjde kurvan av åt fel håll, ${place}.`,
      unclear: (year: number, place: string) =>
        `Efter ${year} gick kurvan inte att skilja från de andras: ${place}.`,
      'right-before': (year: number, place: string) =>
        `Efter ${year} gick kurvan bättre än de andras (${place}), men det gjorde den redan före.`,
      'wrong-before': (year: number, place: string) =>
        `Efter ${year} gick kurvan sämre än de andras (${place}), men det gjorde den redan före.`,
    },
    moved: (name: string, before: string, after: string, mine: string, count: number, others: string) =>
      `Från ${before} till ${after} ändrades medlet för ${name} med ${mine} och för de ${count} liknande med ${others}.`,
    difference: (difference: string, place: string) => `Skillnaden är ${difference}, ${place}.`,
    better: (count: number, of: number) => `bättre än ${count} av ${of} liknande`,
    worse: (count: number, of: number) => `sämre än ${count} av ${of} liknande`,
    earlier: {
      right: 'Redan åren före åtgärden gick den bättre än de andras.',
      wrong: 'Redan åren före åtgärden gick den sämre än de andras.',
      unclear: 'Åren före åtgärden följde den de andras.',
      unknown: 'Det finns för få värden för att se om den gick sin egen väg redan före åtgärden.',
    },
    unknown: {
      'no-values': (name: string) => `${name} har inga värden i nyckeltalet, så vi kan inte säga något.`,
      break: (year: number) =>
        `Mätmetoden ändrades ${year}, just när åtgärden gjordes. Värdena före och efter går inte att jämföra.`,
      'too-few-before': (found: number, least: number) =>
        `Det finns ${found === 0 ? 'inget värde' : 'bara ett värde'} att jämföra med från de tre åren före åtgärden. Det behövs minst ${least}.`,
      'too-few-after': (found: number, least: number) =>
        `Det finns ${found === 0 ? 'inget värde' : 'bara ett värde'} att jämföra med från de tre åren efter åtgärden. Det behövs minst ${least}.`,
      'too-early': (found: number, least: number) =>
        `Det är för tidigt att säga. Det behövs minst ${least} värden från åren efter åtgärden, och hittills finns ${found === 0 ? 'inget' : 'ett'}.`,
      'too-few-alike': (found: number, least: number) =>
        `${found === 0 ? 'Inga liknande har' : found === 1 ? 'Bara en liknande har' : `Bara ${found} liknande har`} värden från samma år. Det behövs minst ${least} för att säga något.`,
    },
    madeUp: 'Påhittade värden ingår, så resultatet är påhittat det också.',
    before: 'före',
    after: 'efter',
    others: (count: number) => `Medel för ${count} liknande`,
    chartTitle: (year: number) => `Före och efter ${year}`,
    tableCaption: (number: string) => `Nyckeltal ${number}: medel före och efter åtgärden`,
    change: 'Ändring',
    gap: 'Skillnad mot de andra',
    comparedWith: (count: number, kind: 'municipality' | 'region') =>
      `Jämfört med ${count} ${kind === 'region' ? 'regioner' : 'kommuner'}`,
    comparedCaption: (number: string) =>
      `Nyckeltal ${number}: de mest lika, och skillnaden om det hade varit de som gjorde åtgärden`,
    name: 'Kommun eller region',
    leftOut: (names: string, many: boolean) =>
      `${names} är lika nära men inte med: ${many ? 'de har' : 'den har'} ett eget exempel på nyckeltalet eller gjorde samma sak.`,
  },
  download: {
    code: 'kod',
    organisation: 'organisation',
    figure: 'nyckeltal',
    figureName: 'namn',
    year: 'år',
    value: 'värde',
    unit: 'enhet',
    missing: 'saknas för att',
    status: 'status',
    basis: 'grund',
    remark: 'anmärkning',
    source: 'källa',
    reportedBy: 'rapporterat av',
    comment: 'kommentar',
    trend: 'utveckling',
    since: 'sedan',
    perYear: 'per år',
    place: 'plats',
    likelyFrom: 'troligen från',
    likelyTo: 'troligen till',
    count: 'av antal',
    median: 'gruppens median',
    group: 'jämförelsegrupp',
  },
  remark: (l: Locale, basis: Basis, preliminary: boolean, deviation: string | null) =>
    l.list([
      ...(basis === 'published' || basis === 'computed' ? [] : [bases[basis]]),
      ...(preliminary ? ['preliminärt'] : []),
      ...(deviation ? [deviation] : []),
    ]),
}

export type Texts = typeof sv
export type SelectionTexts = Texts['selection']
