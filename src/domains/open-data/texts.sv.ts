import { association } from '#platform/association.ts'
/** The words of the open data, in Swedish. */
export const sv = {
  page: {
    title: 'Öppna data',
    description: 'Hämta alla nyckeltal som filer eller genom ett API, utan konto och utan kostnad.',
    lead: 'Allt som du ser i diagrammen kan du hämta. Du behöver inget konto.',
    madeUp:
      'I demonstrationen är en del värden påhittade. De är märkta i varje fil. Använd dem inte som fakta.',
    choose: 'Välj ett nyckeltal',
    filesTitle: 'Hela datamängden som filer',
    filesLead:
      'Adresserna är fasta. En fil innehåller alltid det som gäller just nu. Storlekarna är ungefärliga.',
    rows: (count: string, one: boolean) => `${count} ${one ? 'rad' : 'rader'}`,
    changed: (day: string) => `ändrad ${day}`,
    formats: {
      csv: 'CSV',
      'csv-sv': 'CSV för svenska Excel',
      xlsx: 'Excel',
      parquet: 'Parquet',
      'json-stat': 'JSON-stat',
    },
    metadata: 'Kolumnerna (CSVW)',
    about: (size: string) => `cirka ${size}`,
    tooLong: 'För många rader för ett kalkylblad i Excel. Hämta CSV eller Parquet i stället.',
    figureTitle: 'Ett nyckeltal eller ett urval',
    figureLead:
      'Ta adressen till sidan som du tittar på och sätt filens ändelse sist i sökvägen, före frågetecknet. Dina val följer med i filen.',
    figureEndings:
      'Ändelserna är .csv, .xlsx och .json för värdena i den grupp som du har valt, och .svg och .png för diagrammet.',
    figureCube: (path: string) => `Alla värden för ett nyckeltal som JSON-stat 2: ${path}`,
    howTitle: 'Bra att veta',
    how: [
      'CSV-filerna har komma mellan fälten och decimalpunkt, och kolumnerna heter samma sak på alla språk. Filen för svenska Excel har semikolon, decimalkomma och ord i stället för koder.',
      'Koder som 0180 är text. Excel tar bort nollan om du öppnar en CSV-fil direkt. Hämta Excelfilen i stället.',
      'Ett värde som saknas är tomt, och en kolumn bredvid talar om varför. Det är aldrig noll.',
      'Jämför inte över ett metodbrott. Åren står i filen med metodbrott.',
      'Lägg till per=2025-05-14 i adressen till ett nyckeltal så får du värdena som de var kända den dagen. Historikfilen har alla värden som någonsin har gällt.',
      'En text som börjar med =, +, - eller @ har fått en apostrof framför sig i CSV-filerna, så att ett kalkylprogram inte kör den som en formel.',
      'Skicka med If-None-Match så får du svaret 304 när inget har ändrats. Ändras värdena medan du hämtar bryts hämtningen. Hämta då om filen.',
    ],
    programsTitle: 'För program',
    programs: {
      api: 'Vårt API med organisationer, nyckeltal, värden, statistik och utveckling.',
      apiLink: 'Så använder du API:et',
      kolada:
        'Samma nyckeltal i formen av Koladas API, för program som är gjorda för Kolada. Byt bara basadress till',
      koladaNote: 'Siffrorna är våra, inte Koladas.',
      catalogue: 'Katalog enligt DCAT-AP-SE, som Sveriges dataportal kan läsa:',
      metadata: 'Beskrivning av varje CSV-fil enligt CSVW: lägg till -metadata.json efter filens adress.',
      feed: 'Rättade värden som flöde (Atom):',
    },
    licenceTitle: 'Villkor',
    licence:
      'Våra egna uppgifter, beräkningar, texter och diagram får du använda fritt, också kommersiellt. De är fria från upphovsrätt enligt Creative Commons Zero (CC0 1.0).',
    licenceLink: 'Läs CC0 1.0',
    sources:
      'Många värden kommer ur andras statistik, och där gäller källans villkor. Varje rad talar om sin källa. Alla villkor är inte kontrollerade. Se källan innan du ger ut siffrorna vidare.',
    sourcesLink: 'Källor och deras villkor',
    citeTitle: 'Så anger du källan',
    cite: 'CC0 kräver inget, men skriv gärna varifrån siffrorna kommer, så att andra kan kontrollera dem:',
    citation: (address: string, day: string) =>
      `${association.name.sv}: Nyckeltal. Uppgifter kända ${day}. ${address}`,
    citeFigure:
      'Ett enskilt nyckeltal har en länk att citera under ”Dela och citera”. Den visar alltid värdena som de var den dagen.',
  },
  contents: {
    nyckeltal: {
      title: 'Nyckeltal för kommuner och regioner',
      about: 'Alla värden som gäller nu: ett nyckeltal, en organisation och ett år på varje rad.',
    },
    'nyckeltal-historik': {
      title: 'Nyckeltal med alla rättelser',
      about: 'Alla värden som någonsin har gällt, med när de blev kända, när de rättades och varför.',
    },
    definitioner: {
      title: 'Nyckeltalens definitioner',
      about: 'Vad varje nyckeltal mäter, i vilken enhet, åt vilket håll och med vilket mål.',
    },
    metodbrott: {
      title: 'Metodbrott i nyckeltalen',
      about: 'Från vilka år en ny metod gäller. Jämför inte över ett metodbrott.',
    },
    organisationer: {
      title: 'Kommuner och regioner',
      about: 'Kod, namn, län, kommungrupp, yta och folkmängd. Föreningen är med för sina egna medelvärden.',
    },
    medlemskap: {
      title: 'Medlemmar i nätverket av ekokommuner',
      about: 'Vilka kommuner och regioner som är och har varit medlemmar, och när.',
    },
    kallor: {
      title: 'Källor till nyckeltalen',
      about: 'Varifrån uppgifterna kommer, vem som har gett ut dem och vilka villkor som gäller.',
    },
  },
  /** Heading and meaning of every column. */
  columns: {
    figure: ['nyckeltal', 'Nyckeltalets id; se definitioner.'],
    figure_name: ['nyckeltalets namn', 'Nyckeltalets namn.'],
    organisation: ['kod', 'Kommunens eller regionens kod som text, med inledande nollor.'],
    organisation_name: ['namn', 'Kommunens, regionens eller föreningens namn.'],
    year: ['år', 'Året som uppgiften gäller.'],
    value: ['värde', 'Värdet i nyckeltalets enhet. Tomt när värdet saknas.'],
    unit: ['enhet', 'Enheten för värdet.'],
    missing_reason: ['saknas för att', 'Varför värdet saknas. Tomt när det finns.'],
    status: ['status', 'Om värdet är preliminärt eller slutligt.'],
    basis: ['grund', 'Hur värdet har kommit till.'],
    remark: ['anmärkning', 'Varför värdet visas men inte räknas med i medel, plats och utveckling.'],
    source: ['källa', 'Källans id; se källor.'],
    reported_by: ['rapporterat av', 'Vem som lämnade värdet.'],
    comment: ['kommentar', 'Vad organisationen själv säger om värdet.'],
    known_from: ['känt från', 'När värdet blev känt, i UTC.'],
    known_until: ['känt till', 'När värdet ersattes av ett nytt, i UTC. Tomt så länge det gäller.'],
    revision: ['rättelse', 'Varför värdet ersatte ett tidigare.'],
    reason: ['orsak', 'Varför åren före och efter inte kan jämföras.'],
    id: ['id', 'Ändras aldrig.'],
    set: [
      'uppsättning',
      'Beslutet som nyckeltalet hör till: årtalet, own för nätverkets egna eller members för medlemmarnas egna.',
    ],
    number: ['nummer', 'Nyckeltalets nummer i sin uppsättning. Tomt för nätverkets egna.'],
    name: ['namn', 'Namnet.'],
    explanation: ['förklaring', 'Vad nyckeltalet mäter.'],
    decimals: ['decimaler', 'Antal decimaler som värdet visas med.'],
    direction: ['riktning', 'Om ett högre eller lägre värde är bättre.'],
    scope: ['avser', 'Hela platsen eller organisationens egen verksamhet.'],
    numerator: ['täljare', 'Det som delas.'],
    denominator: ['nämnare', 'Det som täljaren delas med.'],
    producer: ['producent', 'Vem som tar fram statistiken.'],
    collection: ['hämtas', 'Om värdena kommer ur nationell statistik eller från medlemmarna.'],
    plausible_min: ['rimligt från', 'Lägsta rimliga värde.'],
    plausible_max: ['rimligt till', 'Högsta rimliga värde.'],
    target_value: ['mål', 'Det gemensamma målet.'],
    target_year: ['målår', 'Året då målet ska vara nått.'],
    target_by: ['målet satt av', 'Vem som har satt målet.'],
    criteria: ['kriterier', 'Numren på de hållbarhetskriterier som nyckeltalet hör till, med mellanslag.'],
    sdgs: ['globala mål', 'Numren på de globala mål som nyckeltalet hör till, med mellanslag.'],
    replaces: ['ersätter', 'Id för de nyckeltal som det ersätter, med mellanslag.'],
    values_note: ['om värdena', 'Hur värdena avviker från definitionen.'],
    owner: ['ägare', 'Koden för den medlem som nyckeltalet är ett eget för. Tomt för de gemensamma.'],
    code: ['kod', 'Kommunens kod hos SCB, eller regionens hos Kolada, som text med inledande nollor.'],
    organisation_kind: ['slag', 'Kommun, region eller förening.'],
    county_code: ['länskod', 'Länets två siffror, som text.'],
    county: ['län', 'Länets namn.'],
    group_code: ['gruppkod', 'Kommungruppens beteckning, A1 till C9.'],
    group: ['kommungrupp', 'Kommungruppens namn enligt SKR.'],
    land_area_km2: ['landareal km²', 'Land utan vatten, i kvadratkilometer.'],
    inhabitants: ['invånare', 'Folkmängden den 31 december.'],
    inhabitants_year: ['invånare år', 'Året för folkmängden.'],
    membership_kind: ['slag', 'Medlem eller observatör.'],
    since: ['från och med', 'Första dagen.'],
    until: ['till', 'Första dagen efter medlemskapet. Tomt så länge det varar.'],
    made_up: ['påhittat', 'Om uppgiften är påhittad för demonstrationen.'],
    title: ['titel', 'Källans titel.'],
    publisher: ['utgivare', 'Vem som har gett ut källan.'],
    terms: ['villkor', 'Vad källan får användas till.'],
    address: ['webbplats', 'Utgivarens webbplats.'],
    retrieved_on: ['hämtat', 'Dagen då källan lästes.'],
    covers: ['innehåll', 'Vad källan omfattar.'],
  },
  words: {
    missing: {
      'not-reported': 'inte rapporterat',
      'not-applicable': 'inte aktuellt',
      'not-measured': 'inte mätt',
      confidential: 'sekretess',
    },
    status: { preliminary: 'preliminärt', final: 'slutligt' },
    basis: {
      published: 'publicerat värde',
      computed: 'beräknat värde',
      estimated: 'beräknat med uppskattad folkmängd',
      'made-up': 'påhittat värde',
    },
    direction: { up: 'högre är bättre', down: 'lägre är bättre' },
    scope: { place: 'hela platsen', organisation: 'den egna organisationen' },
    collection: { national: 'nationell statistik', reporter: 'rapporteras av medlemmarna' },
    organisationKind: { municipality: 'kommun', region: 'region', association: 'förening' },
    membershipKind: { full: 'medlem', observer: 'observatör' },
  },
  cube: {
    collection: 'Nyckeltal för kommuner och regioner',
    figure: 'nyckeltal',
    organisation: 'kommun eller region',
    year: 'år',
    status: 'Tecken: p preliminärt, m påhittat, e uppskattat, x saknas, s sekretess, n inte aktuellt',
  },
  catalogue: {
    title: 'Öppna data om kommuners och regioners hållbarhet',
    about:
      'Nyckeltal för hållbar utveckling i Sveriges kommuner och regioner, med definitioner, källor och rättelser.',
    publisher: association.name.sv,
    publisherAbout: 'Ideell förening för kommuner och regioner som arbetar för en hållbar utveckling.',
    contact: `Kansliet, ${association.name.sv}`,
    keywords: ['nyckeltal', 'hållbar utveckling', 'miljö', 'kommuner', 'regioner', 'ekokommuner'],
    rights:
      'Våra egna uppgifter är fria enligt CC0 1.0. För värden ur andras statistik gäller källans villkor. Varje rad talar om sin källa.',
    provenance: (publishers: string) => `Bygger på uppgifter från ${publishers}.`,
    csvw: 'Modell för tabelldata och metadata på webben (CSVW)',
    file: (format: string) => `Alla rader som ${format}.`,
    throughApi: 'Genom API',
    api: 'API för nyckeltal, organisationer och statistik',
    apiAbout: 'JSON med värden, statistik, utveckling och medlemskap. Beskrivet i OpenAPI 3.1.',
    openApi: 'Beskrivning av API:et (OpenAPI 3.1)',
    kolada: 'Nyckeltal i formen av Koladas API',
    koladaAbout:
      'Samma nyckeltal för program som är gjorda för Kolada, version 3. Tjänsten och siffrorna är våra egna, inte Koladas.',
  },
  sheetNotes: (title: string, day: string, address: string) => [
    title,
    `${association.name.sv}. Uppgifter kända ${day}.`,
    'Våra egna uppgifter: CC0 1.0. För värden ur andra källor gäller källans villkor.',
    address,
  ],
  madeUpNote: 'Innehåller påhittade värden.',
  notes: 'Om',
  tooLong: (rows: string) =>
    `Filen har ${rows} rader, fler än ett kalkylblad i Excel kan hålla. Hämta den som CSV eller Parquet i stället.`,
  noFile: 'Filen finns inte. Det här finns att hämta:',
}

type Words<T> = { [K in keyof T]: string }
/** The same words in any language; each column has a heading and a meaning. */
export type Texts = Omit<typeof sv, 'columns' | 'words'> & {
  columns: Record<keyof typeof sv.columns, string[]>
  words: { [K in keyof typeof sv.words]: Words<(typeof sv.words)[K]> }
}
