import { association, ownerName } from '#platform/association.ts'
/** The texts of this house in Swedish, which is the reference. */
export const sv = {
  association: association.name.sv,
  madeUp:
    'Rapporten innehåller påhittade värden för demonstrationen. De är märkta ”påhittat” i texten och har ihåliga punkter i diagrammen.',
  known: (day: string) => `Uppgifter kända ${day}. Senare rättelser är inte med.`,
  oldKnowledge: (day: string) => `Du läser rapporten som den såg ut ${day}.`,
  toNow: 'Läs rapporten med dagens uppgifter',
  file: 'Ladda ner som tillgänglig PDF',
  cite: 'Adress till just den här rapporten, oförändrad av senare rättelser',
  years: 'Andra år',
  noReport: 'Det finns ingen årsrapport, för det finns inga värden.',
  noYear: (year: string, years: string) =>
    years
      ? `Det finns ingen rapport för ${year}. Det finns rapporter för ${years}.`
      : `Det finns ingen rapport för ${year}, för det finns inga värden.`,
  summary: 'Sammanfattning',
  decision: 'Förslag till beslut',
  sources: 'Källor',
  method: 'Så är rapporten gjord',
  page: 'Sida {page} av {pages}',
  facts: {
    figure: 'Nyckeltal',
    value: 'Värde',
    way: 'Utveckling',
    place: 'Plats',
    target: 'Mål',
    comparison: 'Jämförelse',
    ownTarget: 'Eget mål',
    nationalTarget: 'Nationellt mål',
    comment: 'Kommentar',
    source: 'Källa',
    note: 'Att tänka på',
    median: 'Median',
    mean: 'Medel',
    count: 'Antal värden',
  },
  value: (amount: string, year: number, remarks: string) =>
    `${amount} år ${year}${remarks ? ` (${remarks})` : ''}.`,
  target: (amount: string, year: number) => `${amount} år ${year}.`,
  targetBy: (by: string) => `Enligt ${by}.`,
  decidedBy: (decision: string) => `Beslut: ${decision}.`,
  targetMadeUp: 'Målet är påhittat för demonstrationen.',
  medianIs: (amount: string, count: number) => `Medianen är ${amount} (${count} värden).`,
  reportedBy: (who: string) => `Rapporterat av ${who}.`,
  breakAt: (year: number, reason: string) => `Ny metod från ${year}: ${reason}`,
  chartOf: (figure: string, name: string) => `Diagram över ${figure}: ${name} och jämförelsegruppen.`,
  chartOfMembers: (figure: string) => `Diagram över ${figure}: medlemmarnas medel och median.`,
  keyMine: (name: string) => `Heldragen grön linje: ${name}. Streckad grå linje: jämförelsegruppens medel.`,
  keyMembers: 'Heldragen grön linje: medel. Streckad grå linje: median.',
  reached: 'nått',
  inTime: (year: number) => `nås ${year}`,
  late: (year: number) => `nås först ${year}`,
  never: 'nås inte i den takten',
  open: 'går inte att säga',
  placeOf: (place: number, count: number) => `${place}\u00a0av\u00a0${count}`,
  member: {
    title: (name: string, year: number) => `Årsrapport ${year}: ${name}`,
    description: (name: string, year: number) =>
      `Alla nyckeltal för ${name} ${year}: utveckling, jämförelse, mål och vad liknande kommuner har gjort.`,
    lead: (right: number, total: number) =>
      total === 0
        ? 'Inget av de gemensamma nyckeltalen har något värde. Här är de siffror som finns.'
        : `${right} av ${total} gemensamma nyckeltal går åt rätt håll.`,
    notMember: (name: string) => `${name} är inte medlem. Årsrapporter görs för medlemmarna.`,
    ways: (total: number, right: number, wrong: number, unchanged: number, few: number) =>
      `Av ${total} gemensamma nyckeltal med värden går ${right} åt rätt håll och ${wrong} åt fel håll. Oförändrade: ${unchanged}. För få värden för att bedömas: ${few}.`,
    step: (figure: string, from: string, fromYear: number, to: string, toYear: number) =>
      `Det största steget framåt är ${figure}: från ${from} år ${fromYear} till ${to} år ${toYear}.`,
    noStep: 'Inget nyckeltal går säkert åt rätt håll.',
    weakWrong: (figure: string, from: string, fromYear: number, to: string, toYear: number) =>
      `Den svaga punkten är ${figure}, som går åt fel håll: från ${from} år ${fromYear} till ${to} år ${toYear}.`,
    weakBehind: (figure: string, amount: string, median: string) =>
      `Den svaga punkten är ${figure}: ${amount}, medan medianen är ${median}.`,
    noWeak: 'Inget nyckeltal går åt fel håll eller ligger sämre än medianen utan att förbättras.',
    toMedian: (better: number, total: number, group: string) =>
      `${better} av ${total} nyckeltal är bättre än medianen i gruppen ${group}.`,
    targets: (total: number, reached: number, inTime: number) =>
      `Egna och nationella mål: ${total}. Redan nådda: ${reached}. Nås i tid i den takt som har varit: ${inTime}.`,
    overview: 'Alla gemensamma nyckeltal i korthet',
    overviewCaption: (name: string, group: string) => `${name} jämfört med gruppen ${group}`,
    each: 'Nyckeltal för nyckeltal',
    improved: 'Liknande kommuner som har förbättrats mer',
    improvedRegion: 'Liknande regioner som har förbättrats mer',
    from: (from: string, fromYear: number, to: string, toYear: number, pace: string) =>
      `från ${from} år ${fromYear} till ${to} år ${toYear} (${pace} per år).`,
    examples: 'Goda exempel från andra medlemmar',
    measure: (year: number, title: string) => `${title} (${year}).`,
    example: (title: string) => `Gott exempel: ${title}.`,
    ask: (people: string) => `Fråga ${people}.`,
    further: 'Fler siffror',
    furtherCaption: 'Nyckeltal utöver de gemensamma',
    without: 'Utan värde',
    withoutLead: 'De här nyckeltalen har inget värde till och med året:',
    noValue: (figure: string, reason: string) => (reason ? `${figure}: ${reason}` : figure),
    proposal: 'En mall att ändra fritt och klistra in i tjänsteskrivelsen.',
    board: { municipality: 'Kommunstyrelsen', region: 'Regionstyrelsen' },
    notes: (board: string, year: number) =>
      `${board} noterar redovisningen av ${ownerName('sv')} nyckeltal för ${year}.`,
    assigns: (board: string, figures: string) =>
      `${board} uppdrar åt förvaltningen att föreslå åtgärder för ${figures} senast den [datum].`,
    setsTargets: (board: string, figures: string) =>
      `${board} uppdrar åt förvaltningen att föreslå egna mål för ${figures}.`,
  },
  network: {
    title: (year: number) => `${ownerName('sv')} årsrapport ${year}`,
    description: (year: number) =>
      `Alla medlemmar tillsammans ${year}: medel, median och utveckling för varje nyckeltal, och vilka som har förbättrats mest.`,
    lead: (right: number, total: number, members: number) =>
      `${right} av ${total} gemensamma nyckeltal går åt rätt håll för de ${members} kommunerna i nätverket.`,
    ways: (total: number, right: number, wrong: number, unchanged: number, few: number) =>
      `Medlemmarnas medel går åt rätt håll i ${right} av ${total} gemensamma nyckeltal och åt fel håll i ${wrong}. Oförändrade: ${unchanged}. För få värden: ${few}.`,
    reports: (reported: number, members: number, year: number) =>
      `${reported} av ${members} medlemskommuner har lämnat minst ett eget värde för ${year}.`,
    step: (figure: string, change: string) => `Det största steget framåt är ${figure}: ${change}`,
    weak: (figure: string, change: string) => `Den svaga punkten är ${figure}: ${change}`,
    overview: 'Alla gemensamma nyckeltal i korthet',
    overviewCaption: 'Medlemskommunernas medel och median, och åt vilket håll medlet går',
    each: 'Nyckeltal för nyckeltal',
    mean: (mean: string, median: string, year: number, count: number, members: number) =>
      `Medel ${mean}, median ${median} år ${year}. ${count} av ${members} har värde.`,
    few: (count: number, year: number) => `Bara ${count} har värde ${year}: för få för ett medel.`,
    spread: (q1: string, q3: string) => `Hälften ligger mellan ${q1} och ${q3}.`,
    same: (count: number, from: number, to: number, change: string) =>
      `Hos de ${count} som har värde både ${from} och ${to} har medlet ändrats ${change}.`,
    members: (right: number, wrong: number, unchanged: number, few: number) =>
      `Åt rätt håll går ${right} och åt fel håll ${wrong}. Oförändrade: ${unchanged}. För få värden: ${few}.`,
    targetReached: (reached: number, count: number) => `${reached} av ${count} har nått målet.`,
    ownTargets: (count: number) => `${count} har satt ett eget mål.`,
    improved: 'Har förbättrats mest',
    rows: {
      mean: 'Medel och median',
      spread: 'Spridning',
      change: 'Förändring',
      members: 'Medlemmarna',
    },
    revisions: 'Rättelser under året',
    revisionsLead: (count: number, year: number) =>
      count === 0
        ? `Inga värden rättades under ${year}.`
        : `${count} ${count === 1 ? 'värde' : 'värden'} rättades under ${year}.`,
    revisionsMore: (shown: number) => `De ${shown} senaste:`,
    revision: (figure: string, name: string, year: number, before: string, after: string, why: string) =>
      `${figure}, ${name} ${year}: ${before} blev ${after}. ${why}.`,
    thanks: 'Tack till dem som rapporterat',
    thanksLead: (year: number) => `De här medlemmarna har lämnat egna värden för ${year}:`,
    thanksNone: (year: number) => `Ingen har lämnat egna värden för ${year} än.`,
    thanksMadeUp: 'I demonstrationen är värdena påhittade.',
    notes: (year: number) => `Årsmötet noterar nätverkets årsrapport för ${year}.`,
    proposal: 'En mall för årsmötets handlingar, att ändra fritt.',
  },
  methodText: {
    year: (year: number) =>
      `Rapporten visar för varje nyckeltal det senaste värdet till och med ${year}. Värden för senare år är inte med, även om de är kända.`,
    trend:
      'Rätt håll, fel håll och oförändrat avgörs av ett statistiskt test (Mann–Kendall, 5 procent, minst fem värden). Takten är den mittersta av alla lutningar mellan två år (Theil–Sen). Ingenting jämförs över ett metodbyte.',
    place:
      'Platsen anges med de platser som årens vanliga svängningar tillåter (”troligen”). Median och medel är ovägda: varje kommun väger lika.',
    summary:
      'Det största steget och den svaga punkten jämförs mellan nyckeltal genom att räkna förändringen i bredder av den mittersta halvan av gruppen.',
    similar:
      'Liknande kommuner ligger nära i folkmängd, täthet och SKR-grupp. De som nämns går åt rätt håll och i snabbare takt.',
    group: (group: string) => `Jämförelsegrupp: ${group}.`,
    members: 'Medlemmarna är de kommuner som är medlemmar den dag som uppgifterna avser.',
    link: 'Hela metoden',
    licence: 'Egna siffror är fria att använda (CC0 1.0). Andras källor nämns nedan.',
  },
}

export type Texts = typeof sv
