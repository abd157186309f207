import { association } from '#platform/association.ts'

const words = {
  right: 'rätt håll',
  wrong: 'fel håll',
  unchanged: 'oförändrat',
  'too-few': 'för få värden',
}

/** The pages about the association in Swedish, which is the reference. */
export const sv = {
  madeUp: 'påhittat',
  start: {
    title: association.name.sv,
    description:
      'Går din kommun åt rätt håll? Se tolv gemensamma nyckeltal för hållbarhet, år för år, och jämför med kommuner som liknar din.',
    promise: 'Går din kommun åt rätt håll?',
    lead: 'Se hur det går för din kommun, år för år, och jämför med kommuner som liknar den.',
    search: 'Hitta din kommun',
    searchHint: 'Skriv namnet på en kommun eller region, till exempel Falkenberg.',
    searchButton: 'Sök',
    allOrganisations: 'Visa alla kommuner och regioner',
    glanceTitle: 'Nätverket just nu',
    glanceLead: 'Medlemmarnas medel i de tolv gemensamma nyckeltalen, och åt vilket håll det går.',
    glanceMethod: 'Så räknar vi',
    newsTitle: 'Nyheter',
    allNews: 'Alla nyheter',
    eventsTitle: 'På gång',
    allEvents: 'Alla evenemang',
    meanOf: (count: string, year: number) => `medel av ${count} värden ${year}`,
    fewValues: 'Färre än tre värden, så det blir inget medel.',
    noValues: 'Inga värden än.',
    sparkline: (name: string) => `${name}: medlemmarnas medel år för år`,
    words,
    loopsTitle: 'Tre saker vi gör tillsammans',
    loops: {
      follow: {
        title: 'Följer upp',
        text: 'Tolv nyckeltal visar om vi går åt rätt håll. Alla kommuner och regioner i landet är med i jämförelsen.',
        figures: 'Nyckeltalen',
        organisations: 'Kommuner och regioner',
      },
      learn: {
        title: 'Lär av varandra',
        text: 'Se vilka som liknar din kommun, vad som skiljer er åt och vilka som har förbättrats.',
        compare: 'Jämför kommuner',
        examples: 'Goda exempel',
        events: 'Seminarier och träffar',
      },
      govern: {
        title: 'Bestämmer ihop',
        text: 'Medlemmarna styr föreningen. De väljer styrelse, bestämmer avgiften och talar med en gemensam röst.',
        about: 'Om föreningen',
        criteria: 'De fyra hållbarhetskriterierna',
      },
    },
    numbersTitle: 'Föreningen i siffror',
    municipalities: 'Kommuner som är medlemmar',
    regions: 'Regioner som är medlemmar',
    inhabitants: 'Invånare i medlemskommunerna',
    inhabitantsUnit: (share: string) => `${share} av Sveriges befolkning`,
    madeUpMembers: 'Vilka som är medlemmar är påhittat i den här demonstrationen, utom där det är känt.',
  },
  about: {
    title: `Om ${association.name.sv}`,
    description: 'Vad föreningen vill, vad en medlem får, hur föreningen fungerar och hur en kommun går med.',
    lead: 'Kommuner och regioner som frivilligt har gått samman för ett hållbart Sverige.',
    vision: {
      title: 'Vad vi vill',
      paragraphs: [
        'Vi vill ha ett hållbart Sverige. En natur i balans är grunden: utan den håller varken ekonomin eller välfärden i längden.',
      ],
      criteria: 'Fyra kriterier beskriver vad hållbart betyder',
    },
    who: {
      title: 'Vilka vi är',
      paragraphs: [
        'Vi är det äldsta nätverket i världen för kommuner som arbetar med hållbar utveckling. Hos oss möts politiker och tjänstepersoner för att utbyta erfarenheter och lära av goda exempel.',
        'Vi följer upp arbetet med gemensamma nyckeltal och försöker påverka dem som beslutar i landet. Ju fler vi är, desto mer hörs vi.',
      ],
      members: (municipalities: string, regions: string) =>
        `Just nu är ${municipalities} kommuner och ${regions} regioner medlemmar.`,
      madeUp: 'Medlemslistan är delvis påhittad i den här demonstrationen.',
      list: 'Se medlemmarna',
      history: 'Läs om historien sedan 1980',
    },
    gets: {
      title: 'Det får en medlem',
      items: [
        'Ett brett kontaktnät av människor som kan frågorna, och snabba sätt att sprida information och få svar.',
        'Stöd i arbetet med de tolv nyckeltalen, och jämförelser med andra.',
        'Utbildningar, seminarier och nätverksträffar.',
        'Frågorna högre upp på den egna dagordningen, eftersom beslutet att gå med fattas på högsta politiska nivå.',
      ],
      figures: 'Se nyckeltalen',
    },
    works: {
      title: 'Så fungerar föreningen',
      parts: [
        {
          term: 'Årsmötet',
          meaning:
            'Bestämmer högst. Det hålls senast i maj varje år. Medlemmarna granskar styrelsens arbete, väljer ny styrelse och beslutar om avgiften. Kontaktpersoner och utsedda ombud röstar.',
        },
        {
          term: 'Styrelsen',
          meaning:
            'Nio politiker och tre ersättare, från olika partier och olika delar av landet. Årsmötet väljer dem.',
        },
        {
          term: 'Expertgruppen',
          meaning:
            'Tjänstepersoner som styrelsen utser efter årsmötet. De ger råd, läser ansökningar och tar fram underlag som alla medlemmar kan använda.',
        },
        {
          term: 'Kontaktpersonerna',
          meaning: 'Varje medlem utser två: en politiker i ledande ställning och en tjänsteperson.',
        },
        {
          term: 'Kansliet',
          meaning:
            'Håller ihop arbetet: en samordnare på halvtid i Karlskrona och en kommunikatör på 30 procent i Borås.',
        },
        {
          term: 'Avgiften',
          meaning:
            'Årsmötet bestämmer den varje år. Omkring 2013 var den 4\u00a0000 kronor plus 30 öre per invånare, räknat på högst 150\u00a0000 invånare.',
        },
      ],
      secretariat: 'Styrelse, expertgrupp och kansli',
    },
    join: {
      title: 'Så går det till att bli medlem',
      steps: [
        'Fullmäktige, kommunstyrelsen eller regionstyrelsen beslutar att ansöka. Den som går med ska ha ett antaget program för sitt hållbarhetsarbete och arbeta i riktning mot de fyra kriterierna.',
        'Beslutet skickas till kansliet tillsammans med programmet, eller andra dokument som visar vad ni vill.',
        'Expertgruppen läser ansökan och lämnar en rekommendation till styrelsen.',
        'Styrelsen beslutar på sitt nästa möte.',
      ],
    },
    voices: {
      title: 'Medlemmar berättar',
      note: 'Återberättat ur föreningens broschyr från omkring 2013.',
      people: [
        {
          who: 'Falkenberg',
          role: 'medlem sedan starten 1995',
          text: 'Energibolaget säljer bara miljömärkt energi, och i kommunen står ett lågenergihus på åtta våningar. En plan för ekologisk hållbarhet antogs 2007. Nätverket är öppet och ger resultat: där visar Falkenberg sitt arbete och delar erfarenheter med 109 andra kommuner och regioner.',
        },
        {
          who: 'Helsingborg',
          role: 'Sveriges bästa miljökommun 2009',
          text: 'Medlemskapet gjorde det lättare att få ordning på arbetet, och gav inspiration. Helsingborg vill också vara till hjälp för kommuner i andra länder.',
        },
      ],
    },
    international: 'Ekokommuner i andra länder',
    onwardTitle: 'Läs vidare',
  },
  criteria: {
    title: 'De fyra hållbarhetskriterierna',
    description:
      'Vad hållbart betyder, i fyra kriterier med exempel ur kommunens vardag och de nyckeltal som mäter dem.',
    lead: 'Kriterierna beskriver ett samhälle som håller. Den som är medlem arbetar i riktning mot dem.',
    note: 'Förklaringarna och exemplen är våra egna. Vilket nyckeltal som hör till vilket kriterium är också vår läsning, inte ett beslut i föreningen.',
    contents: 'Kriterierna',
    number: (criterion: number) => `Kriterium ${criterion}`,
    example: 'Till exempel',
    figures: 'Nyckeltal som visar hur det går',
    noFigures: 'Inget av de gemensamma nyckeltalen mäter det här kriteriet.',
    all: [
      {
        title: 'Ämnen från berggrunden',
        rule: 'Halterna av ämnen från jordskorpan får inte öka i naturen, år efter år.',
        meaning:
          'Olja, kol, gas och metaller har legat djupt i marken i miljoner år. Tar vi upp dem snabbare än naturen kan binda dem igen samlas de i luft, mark och vatten. Därför stiger halten av koldioxid i luften, och därför hittar vi kadmium i åkrarna.',
        example:
          'Kommunen byter skolans oljepanna mot spillvärme, låter bussarna gå på biogas och spårar var metallerna i avloppet kommer ifrån.',
      },
      {
        title: 'Ämnen från samhället',
        rule: 'Halterna av ämnen som samhället tillverkar får inte öka i naturen, år efter år.',
        meaning:
          'Vi tillverkar ämnen som naturen har svårt att bryta ner, till exempel bekämpningsmedel, flamskyddsmedel och plast. Släpper vi ut dem snabbare än de försvinner blir även små mängder till slut för mycket.',
        example:
          'Kommunen köper ekologisk mat till äldreboendet, rensar ut gammal mjukplast i förskolan och ställer krav på kemikalier i upphandlingen.',
      },
      {
        title: 'Plats för naturen',
        rule: 'Naturen får inte trängas undan, bit för bit.',
        meaning:
          'Skog, våtmark och åker renar vatten, binder kol och ger oss mat. Bygger vi över dem, eller tar ut mer än som växer till, förlorar vi det som vi lever av.',
        example:
          'Kommunen bygger nya bostäder på gamla parkeringar i stället för på åkermark, skyddar skogen nära stan och återställer en våtmark.',
      },
      {
        title: 'Människors villkor',
        rule: 'Samhället får inte vara ordnat så att det hindrar människors integritet, inflytande, kompetens, mening eller opartiskhet.',
        meaning:
          'Det här kriteriet gäller hinder som sitter i systemet och drabbar människor gång på gång. Det har fem delar.',
        example: null,
      },
    ],
    conditionsTitle: 'Fem villkor',
    conditions: [
      {
        title: 'Integritet',
        meaning: 'Att slippa skadas, till kropp eller själ, av hur samhället är ordnat.',
        example: 'Gatorna planeras så att barn kan gå och cykla själva till skolan.',
      },
      {
        title: 'Inflytande',
        meaning: 'Att kunna vara med och forma det samhälle som man lever i.',
        example:
          'De som bor på en plats får säga sitt om detaljplanen i tid, och får veta vad som hände med förslagen.',
      },
      {
        title: 'Kompetens',
        meaning: 'Att ha möjlighet att lära och utvecklas, hela livet.',
        example:
          'Hållbarhet är en del av vardagen i förskola och skola, och vuxna kan läsa vidare nära hemmet.',
      },
      {
        title: 'Mening',
        meaning: 'Att förstå varför man gör något, och känna att det spelar roll.',
        example: 'Kommunen visar öppet vart utsläppen är på väg och vad var och en kan bidra med.',
      },
      {
        title: 'Opartiskhet',
        meaning: 'Att bli behandlad rättvist, vem man än är och vem man än känner.',
        example: 'Samma regler gäller alla som söker bygglov eller bidrag, och besluten går att förstå.',
      },
    ],
  },
  history: {
    title: 'Föreningens historia',
    description:
      'Från en idé i finska Suomussalmi 1980 till dagens nyckeltal: ekokommunernas historia år för år.',
    lead: 'Det började i en finsk kommun 1980. Tre år senare kom idén till Sverige.',
    events: [
      {
        year: '1980',
        title: 'Idén föds i Suomussalmi',
        text: 'Tanken på en ekokommun väcks i Suomussalmi i Finland.',
      },
      {
        year: '1983',
        title: 'Övertorneå blir först i Sverige',
        text: 'Idén tar steget över gränsen till Övertorneå.',
      },
      {
        year: '1983–1995',
        title: 'Ett nätverk växer fram',
        text: 'Fler kommuner vill ha hjälp att planera ekologiskt och börjar träffas. ”Eko” står först för ekologi, men snart också för ekonomi.',
      },
      {
        year: '1995',
        title: 'Föreningen bildas',
        text: 'Kommunerna bildar en förening och får ett gemensamt kansli.',
      },
      {
        year: '2002',
        title: 'Tolv gemensamma nyckeltal',
        text: 'Den 26 april beslutar medlemmarna om tolv nyckeltal. De ska kräva lite extra arbete, intressera de flesta och gå att påverka i kommunen.',
      },
      {
        year: '2008',
        title: 'Världens första internationella ekokommunkonferens',
        text: 'Den hålls i Helsingborg. Föreningen samarbetar med ekokommuner och nätverk i andra länder.',
      },
      { year: '2012', title: 'Nyckeltalen ses över', text: 'De tolv nyckeltalen revideras.' },
      {
        year: '2023',
        title: 'En ny uppsättning nyckeltal',
        text: 'Växthusgaser ersätter koldioxid i flera nyckeltal, utsläpp inom och utanför EU:s utsläppshandel hålls isär, och solceller kommer med.',
      },
    ],
    sourcesTitle: 'Varifrån uppgifterna kommer',
    sources: [
      'Åren 1980–2008: föreningens broschyr från omkring 2013.',
      'Nyckeltalen 2002, 2012 och 2023: föreningens öppna sidor om nyckeltalen.',
    ],
    figures: 'Se nyckeltalen',
  },
  secretariat: {
    title: 'Kansliet och styrelsen',
    description: 'Så når du kansliet, och vilka som sitter i styrelsen och expertgruppen.',
    lead: 'Kansliet svarar på frågor om medlemskapet, nyckeltalen och webbplatsen.',
    contactTitle: 'Kontakta kansliet',
    exampleTitle: 'Historiska uppgifter',
    example:
      'Adress, telefon och e-post står som i föreningens broschyr från omkring 2013. De visas som exempel och kan ha slutat gälla.',
    address: 'Postadress',
    telephone: 'Telefon',
    email: 'E-post',
    madeUpPeople:
      'Personerna på den här sidan är påhittade. Det är rollerna som visar hur föreningen är uppbyggd.',
    groups: {
      'board-chair': 'Ordförande',
      'board-member': 'Ledamöter',
      'board-substitute': 'Ersättare',
      'expert-group': 'Expertgruppen',
      secretariat: 'Kansliet',
    },
    boardTitle: 'Styrelsen',
    boardLead: 'Nio politiker och tre ersättare från olika partier och delar av landet. Årsmötet väljer dem.',
    boardDecisions: 'Styrelsens beslut',
    expertLead: 'Tjänstepersoner som styrelsen utser. De ger råd och läser ansökningar om medlemskap.',
    nobody: 'Ingen är utsedd just nu.',
    homeOf: (name: string) => `från ${name}`,
  },
  failures: {
    choices: 'Det här finns',
    insteadTitle: 'Prova något av det här',
    start: 'Startsidan',
    organisations: 'Alla kommuner och regioner',
    figures: 'Alla nyckeltal',
    serverTitle: 'Något gick fel hos oss',
    serverText:
      'Sidan gick inte att visa. Felet är antecknat, och du har inte gjort något fel. Prova igen om en stund.',
  },
}
