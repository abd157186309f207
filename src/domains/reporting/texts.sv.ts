import type { Warning } from './rules/checks.ts'
import type { ReportState, ReportStep } from './rules.ts'

type ByState = Record<ReportState, string>

export const sv = {
  states: {
    open: 'Inte inskickad',
    submitted: 'Väntar på godkännande',
    returned: 'Ska kompletteras',
    approved: 'Inskickad',
    verified: 'Kontrollerad',
    published: 'Publicerad',
  } satisfies ByState as ByState,
  steps: {
    submit: 'skickade in rapporten',
    'submit-for-approval': 'lämnade rapporten för godkännande',
    approve: 'godkände rapporten',
    'ask-again': 'bad om ändringar',
    'send-back': 'bad om komplettering',
    verify: 'kontrollerade rapporten',
    publish: 'publicerade rapporten',
    correct: 'började rätta rapporten',
  } satisfies Record<ReportStep, string> as Record<string, string>,
  missing: {
    'not-reported': 'Vi kan inte rapportera i år',
    'not-measured': 'Vi mäter inte det här',
    'not-applicable': 'Det gäller inte oss',
    confidential: 'Uppgiften är sekretessbelagd',
  },
  warnings: {
    'too-low': 'Värdet är lägre än vad som brukar vara rimligt.',
    'too-high': 'Värdet är högre än vad som brukar vara rimligt.',
    jump: 'Värdet skiljer sig mer än tre gånger från ert förra.',
    unit: 'Värdet är ungefär tusen gånger för stort eller för litet. Kan det vara en annan enhet, till exempel kilo i stället för ton?',
    share: 'Värdet är ungefär hundra gånger för litet. Ska det vara i procent, 45 i stället för 0,45?',
  } satisfies Record<Warning, string> as Record<Warning, string>,
  errors: {
    'year-wrong': 'Skriv ett år som har varit, till exempel 2025.',
    'day-wrong': 'Välj en dag.',
    'day-passed': 'Välj en dag som inte har varit.',
    'figures-missing': 'Välj minst ett nyckeltal.',
    'year-taken': 'Det finns redan en omgång för det året.',
    'value-missing': 'Skriv ett värde, eller välj varför det inte kan rapporteras.',
    'not-a-number': 'Skriv ett tal, till exempel 12,5.',
    ambiguous: 'Talet kan läsas på två sätt. Skriv 1234 eller 1,234.',
    'both-parts': 'Skriv båda delarna: täljare och nämnare.',
    'divided-by-zero': 'Nämnaren kan inte vara noll.',
    'two-answers': 'Svara på ett sätt: ett värde, eller varför det saknas.',
    'parts-disagree': 'Värdet stämmer inte med täljaren och nämnaren. Lämna värdet tomt, så räknas det ut.',
    'target-year-wrong': 'Skriv ett år som inte har varit, till exempel 2030.',
    'decision-missing': 'Skriv vilket beslut målet vilar på.',
    'control-characters': 'Skriv på en rad, utan radbrytningar.',
    'text-missing': 'Skriv vad som behöver ändras.',
    'too-long': 'Texten är för lång.',
  } as Record<string, string>,
  rounds: {
    title: 'Rapportering',
    lead: 'Varje år ber vi medlemmarna om de nyckeltal som de rapporterar själva.',
    none: 'Ingen omgång är öppnad än.',
    year: 'Mätår',
    due: 'Svar senast',
    reports: 'Medlemmar',
    delivered: 'Inskickade',
    published: 'Publicerade',
    open: 'Öppna en ny omgång',
    openLead:
      'När du öppnar omgången får alla rapportörer ett mejl. En medlem utan rapportör får det till sina kontaktpersoner.',
    figures: 'Nyckeltal',
    openButton: 'Öppna och skicka mejl',
    opened: 'Omgången är öppnad och mejlen är på väg.',
  },
  round: {
    title: (year: number) => `Rapportering för ${year}`,
    lead: (due: string) => `Svar senast ${due}.`,
    delivered: (n: number, all: number) => `${n} av ${all} har skickat in`,
    filter: 'Visa',
    filters: { alla: 'Alla', vantar: 'Inte inskickade', kontrollera: 'Att kontrollera', klara: 'Klara' },
    member: 'Medlem',
    state: 'Läge',
    answered: 'Besvarade',
    changed: 'Ändrad',
    reminded: (day: string) => `påmind ${day}`,
    nobody: 'ingen att fråga',
    remind: 'Påminn alla som inte har skickat in',
    remindText:
      'Ingen påminns två gånger samma dag. Vi påminner också av oss själva en vecka före, på dagen och en vecka efter.',
    publish: (n: number) =>
      n === 1 ? 'Publicera en kontrollerad rapport' : `Publicera ${n} kontrollerade rapporter`,
    notices: {
      pamind: 'Påminnelserna är skickade.',
      publicerat: 'Rapporterna är publicerade.',
      steg: 'Sparat.',
    } as Record<string, string>,
  },
  review: {
    title: (name: string, year: number) => `${name}: rapport för ${year}`,
    figure: 'Nyckeltal',
    value: 'Värde',
    before: 'Förra värdet',
    comment: 'Kommentar',
    by: 'Av',
    remarks: 'Att titta på',
    none: 'inget',
    unanswered: 'inte besvarat',
    noComment: 'utan kommentar',
    verify: 'Värdena är kontrollerade',
    sendBack: 'Be om komplettering',
    what: 'Vad behöver ändras?',
    history: 'Det här har hänt',
    gone: 'Rapporten finns inte.',
    overtaken: 'Någon annan hann före. Inget är ändrat. Se hur rapporten står nu.',
  },
  mine: {
    title: 'Rapportera nyckeltal',
    lead: 'Era rapporter, den senaste först.',
    none: 'Ni har ingen rapport att fylla i just nu.',
    due: (day: string) => `Svar senast ${day}`,
    answered: (n: number, all: number) => `${n} av ${all} besvarade`,
  },
  report: {
    title: (name: string, year: number) => `${name}: nyckeltal för ${year}`,
    lead: (due: string) =>
      `Svara i vilken ordning du vill; allt sparas när du går vidare. Skicka in senast ${due}.`,
    closedLead: 'Rapporten är inskickad.',
    returned: 'Det här behöver ändras',
    figures: 'Nyckeltal',
    done: 'besvarat',
    todo: 'inte besvarat',
    look: 'att kommentera',
    left: (n: number) =>
      n === 0
        ? 'Allt är besvarat.'
        : n === 1
          ? 'Ett nyckeltal är inte besvarat.'
          : `${n} nyckeltal är inte besvarade.`,
    uncommented: (n: number) =>
      n === 1
        ? 'Ett värde ser ovanligt ut och saknar kommentar. Det går att skicka in ändå, men en kommentar hjälper den som läser.'
        : `${n} värden ser ovanliga ut och saknar kommentar. Det går att skicka in ändå, men en kommentar hjälper den som läser.`,
    submit: 'Skicka in',
    submitForApproval: 'Lämna för godkännande',
    approve: 'Godkänn och skicka in',
    askAgain: 'Be om ändringar',
    correct: 'Rätta ett publicerat värde',
    approval: 'Kontakttjänstepersonen godkänner innan rapporten skickas in',
    approvalSave: 'Spara',
    notices: {
      sparat: 'Svaret är sparat.',
      steg: 'Sparat.',
      inskickad: 'Tack! Rapporten är inskickad.',
      godkannande: 'Sparat.',
    } as Record<string, string>,
  },
  figure: {
    what: 'Vad det är',
    how: 'Så räknas det',
    fraction: (numerator: string, denominator: string) => `${numerator}, delat med ${denominator}.`,
    before: 'Era tidigare värden',
    none: 'Ni har inga tidigare värden.',
    year: 'År',
    value: 'Värde',
    spread: (low: string, median: string, high: string, year: number) =>
      `Bland medlemmarna ${year} låg en fjärdedel under ${low}, hälften under ${median} och en fjärdedel över ${high}.`,
    valueField: (unit: string) => `Värde, ${unit}`,
    parts: 'Eller räkna ut det av två tal',
    missing: 'Kan inte rapporteras',
    missingNone: 'Vi har ett värde',
    comment: 'Kommentar',
    commentHint: 'Visas vid värdet överallt där det visas. Förklara det som är ovanligt.',
    save: 'Spara och gå vidare',
    back: 'Tillbaka till rapporten',
    odd: 'Värdet är sparat, men ser ovanligt ut',
    oddText: 'Stämmer det? Skriv då gärna en kommentar. Annars ändrar du värdet.',
    onward: 'Gå vidare ändå',
    sparkline: (name: string) => `${name}, era värden år för år`,
    changed: 'En kollega har svarat under tiden. Det som står nu är kollegans svar; ditt är inte sparat.',
    closed: 'Rapporten är inskickad och går inte att ändra.',
  },
  targets: {
    title: (name: string) => `Egna mål för ${name}`,
    lead: 'Ett eget mål visas som en linje i diagrammet för nyckeltalet, med beslutet som det vilar på.',
    set: 'Sätt ett mål',
    value: 'Värde att nå',
    year: 'År då det ska vara nått',
    decision: 'Beslut',
    decisionHint: 'Till exempel Kommunfullmäktige 2025-06-10 § 80.',
    save: 'Spara målet',
    remove: (figure: string) => `Ta bort målet för ${figure}`,
    link: (name: string) => `Egna mål för ${name}`,
    notices: { sparat: 'Målet är sparat.', borttaget: 'Målet är borttaget.' } as Record<string, string>,
  },
  desk: {
    check: (n: number, year: number) =>
      n === 1 ? `En rapport för ${year} att kontrollera` : `${n} rapporter för ${year} att kontrollera`,
    verified: (n: number, year: number) =>
      n === 1
        ? `En kontrollerad rapport för ${year} att publicera`
        : `${n} kontrollerade rapporter för ${year} att publicera`,
  },
  mails: {
    greeting: (name: string) => `Hej ${name}!`,
    from: 'Sveriges Ekokommuner',
    button: 'Öppna rapporten',
    opened: {
      subject: (name: string, year: number) => `Rapportera nyckeltal för ${year}: ${name}`,
      text: (name: string, year: number, due: string) =>
        `Nu går det att rapportera de nyckeltal för ${year} som ${name} tar fram själv. Svara senast ${due}. Du kan spara och komma tillbaka, och kollegor kan fortsätta där du slutade.`,
    },
    reminded: {
      subject: (name: string, year: number) => `Påminnelse: nyckeltal för ${year}, ${name}`,
      text: (name: string, year: number, due: string) =>
        `Rapporten för ${name} och ${year} är inte inskickad än. Sista dagen är ${due}.`,
    },
    'sent-back': {
      subject: (name: string, year: number) => `Komplettera rapporten för ${year}: ${name}`,
      text: (name: string, year: number) => `Något i rapporten för ${name} och ${year} behöver ändras:`,
    },
    published: {
      subject: (name: string, year: number) => `Tack! Nyckeltalen för ${year} är publicerade: ${name}`,
      text: (name: string, year: number) =>
        `Värdena som ${name} rapporterade för ${year} är kontrollerade och publicerade. Tack för arbetet!`,
    },
  },
}
