import type { Use } from '#domains/key-figures/index.ts'
import { association } from '#platform/association.ts'

const uses: Record<Use, string> = {
  subscribed: 'håller koll',
  cited: 'har citerat',
  embedded: 'har bäddat in',
  saved: 'har laddat ner',
}

/** Corrections and those who follow them, in Swedish. */
export const sv = {
  uses,
  errors: {
    'email-missing': 'Skriv din e-postadress.',
    'email-wrong': 'Skriv adressen så här: namn@exempel.se.',
    'too-long': 'Texten är för lång. Högst 300 tecken.',
    'control-characters': 'Skriv på en rad, utan radbrytningar.',
    'too-often': 'Du har försökt för många gånger. Vänta en timme och försök igen.',
    'no-address': 'Ditt konto har ingen e-postadress. Lägg till en under Mina sidor, Dina uppgifter.',
    'too-many': 'Du bevakar redan så många värden som det går. Sluta bevaka något först.',
    'number-wrong': 'Skriv ett heltal inom gränserna.',
    'figure-missing': 'Välj ett nyckeltal som rättades den dagen.',
  } as Record<string, string>,
  ask: {
    title: 'Säg till om värdena rättas',
    lead: (what: string) => `Det gäller: ${what}.`,
    unknownPage:
      'Sidan går inte att bevaka. Öppna ett nyckeltal, en kommun eller en jämförelse och börja där.',
    back: 'Tillbaka till sidan',
    sentTitle: 'Titta i din e-post',
    sent: (email: string, hours: number) =>
      `Vi har skickat ett mejl till ${email}. Öppna länken i det inom ${hours} timmar, så säger vi till om värdena rättas.`,
    nothing: 'Kommer det inget? Titta i skräpposten, eller försök igen.',
    postRoom: 'I demonstrationen ligger alla mejl i postrummet.',
  },
  confirm: {
    title: 'Bekräfta att du vill ha besked',
    text: 'Tryck på knappen, så mejlar vi dig om värdena rättas. Du kan sluta när du vill.',
    button: 'Ja, säg till mig',
    used: 'Länken är använd eller för gammal. Börja om från sidan med värdena.',
  },
  manage: {
    title: 'Det du bevakar',
    lead: 'Du får ett mejl när värden här rättas, med allt som rättats den dagen samlat.',
    none: 'Du bevakar inga värden.',
    noneHow: 'Öppna ett nyckeltal, en kommun eller en jämförelse och välj ”Säg till om värdena rättas”.',
    since: (day: string) => `Sedan ${day}`,
    allYears: 'alla år',
    onlyYear: (year: number) => `bara ${year}`,
    everyone: 'alla kommuner och regioner',
    place: (place: string) => `Står i: ${place}`,
    cited: (day: string) => `Citerat som det var känt ${day}`,
    stop: 'Sluta bevaka',
    stopAll: 'Sluta bevaka allt',
    stopAllText: 'Slutar du bevaka allt glömmer vi också din adress, om du inte har ett konto här.',
    notices: {
      bevakas: 'Klart. Vi säger till om värdena rättas.',
      slutat: 'Du bevakar inte längre de värdena.',
    } as Record<string, string>,
    gone: 'Här finns inget kvar. Du har slutat bevaka, och vi har glömt din adress.',
  },
  unsubscribe: {
    title: 'Sluta få besked om rättelser',
    ask: 'Vill du sluta få besked om alla värden som du bevakar?',
    button: 'Ja, sluta',
    done: 'Klart. Du får inga fler besked om rättade värden.',
    broken: 'Adressen är inte hel. Öppna länken i mejlet igen.',
    manage: 'Välj i stället vad du bevakar',
  },
  desk: {
    title: 'Rättade värden och besked',
    lead: 'Den som har citerat, bäddat in, laddat ner eller bevakar ett värde får besked när det rättas. Här ser du vilka dagar värden har rättats och kan förklara dem innan beskeden går.',
    waiting: (n: number) =>
      n === 1
        ? 'En följare väntar på besked om rättade värden'
        : `${n} följare väntar på besked om rättade värden`,
    nobodyWaits: 'Ingen väntar på besked.',
    followers: 'Följare',
    noFollowers: 'Ingen bevakar något värde än.',
    day: 'Dag',
    corrections: 'Rättade värden',
    told: 'Fick besked',
    leaves: 'Beskeden går',
    left: 'har gått',
    noDays: 'Inget värde har rättats.',
    release: 'Skicka alla besked nu',
    releaseHint: 'Annars går de av sig själva på den tid som står nedan.',
    timeTitle: 'När beskeden går',
    timeLead: 'Vänta en stund, så hinner ni förklara och flera rättelser ryms i ett mejl.',
    afterDays: 'Dagar efter rättelsen',
    atHour: 'Klockslag (timme)',
    afterDaysHint: '1 till 14',
    atHourHint: '0 till 23',
    save: 'Spara tiden',
    notices: {
      sparat: 'Sparat.',
      skickar: 'Beskeden är på väg. Det kan ta någon minut.',
    } as Record<string, string>,
  },
  day: {
    title: (day: string) => `Rättat ${day}`,
    leaves: (moment: string) => `Beskeden går ${moment}. Det du skriver här kommer med i dem.`,
    left: 'Besked har redan gått om den dagen. Det du skriver här visas på sidorna, men mejlas inte till dem som redan fått besked.',
    public: 'Sidan som alla ser',
    explain: 'Förklara rättelsen',
    figure: (title: string, count: number) => `${title}: ${count === 1 ? 'ett värde' : `${count} värden`}`,
    who: 'Gäller',
    everyone: 'Alla rättade värden i nyckeltalet den dagen',
    textSv: 'Förklaring',
    textSvHint: 'Visas på sidan, vid citat och i beskeden. Tom text tar bort förklaringen.',
    textEn: 'Förklaring på engelska (frivilligt)',
    save: 'Spara förklaringen',
    none: 'Inget värde rättades den dagen.',
  },
  mails: {
    greeting: 'Hej!',
    from: `Hälsningar, ${association.name.sv}`,
    confirm: {
      subject: 'Vill du få besked när värden rättas?',
      text: (title: string) =>
        `Någon, förmodligen du, vill få besked om värden rättas i efterhand. Det gäller: ${title}.`,
      valid: (hours: number) => `Länken fungerar i ${hours} timmar och en gång.`,
      button: 'Bekräfta',
      ignore: 'Var det inte du? Då behöver du inte göra något. Vi glömmer adressen om några dagar.',
    },
    recall: {
      subject: (n: number) =>
        n === 1 ? 'Ett värde som du bevakar är rättat' : `${n} värden som du bevakar är rättade`,
      lead: (n: number) =>
        n === 1
          ? 'Ett värde som du använder eller bevakar har rättats. Så här var det, så här är det nu, och därför:'
          : `${n} värden som du använder eller bevakar har rättats. Så här var de, så här är de nu, och därför:`,
      counted: (n: number) => `${n} värden är rättade. De är för många för ett mejl; alla står här:`,
      when: (day: string, by: string) => `Rättat ${day}. Uppgift från: ${by}.`,
      wasPage: (href: string) => `Som det var: ${href}`,
      isPage: (href: string) => `Som det är: ${href}`,
      earlier: (addresses: string) => `Rättat också tidigare:\n${addresses}`,
      button: (day: string) => `Se alla rättelser ${day}`,
      why: (href: string) =>
        `Du får mejlet för att du har bett om besked. Se och ändra vad du bevakar: ${href}`,
      stop: (href: string) => `Sluta få besked helt: ${href}`,
    },
    meaning: {
      place: (place: string) => `Det gäller ”${place}”.`,
      cited: (where: string) =>
        `Du har citerat värdena. ${where} Länken i citatet visar dem fortfarande som du citerade dem, med en rad om att de är rättade:`.replace(
          '  ',
          ' ',
        ),
      proposed: 'Vill du rätta citatet kan du skriva så här:',
      proposal: (p: {
        name: string
        year: number
        is: string
        was: string
        day: string
        figure: string
        address: string
      }) =>
        `${p.name} ${p.year}: ${p.is} (rättat ${p.day}, tidigare ${p.was}). ${association.name.sv}: ${p.figure}. ${p.address}`,
      embedded: (where: string) =>
        `Du har bäddat in diagrammet. ${where} Det visar redan de nya värdena; du behöver inte göra något.`.replace(
          '  ',
          ' ',
        ),
      embeddedFixed: (where: string) =>
        `Du har bäddat in diagrammet så att det står kvar. ${where} Det visar de gamla värdena och en rad om att de är rättade. Ta bort per=… ur adressen om det ska visa de nya.`.replace(
          '  ',
          ' ',
        ),
      saved: (where: string) =>
        `Du har laddat ner en fil eller bild. ${where} Den har de gamla värdena. Ladda ner den på nytt:`.replace(
          '  ',
          ' ',
        ),
    },
  },
}
