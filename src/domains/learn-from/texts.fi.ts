import { association } from '#platform/association.ts'
import type { Texts } from './texts.sv.ts'

/** The texts of this house in Finnish. */
export const fi: Texts = {
  menu: 'Opi muilta',
  title: 'Opi muilta',
  titleOn: (figure, name) => `Opi muilta: ${figure}, ${name}`,
  description: 'Ketkä kuntasi kaltaisista ovat parantaneet eniten, mitä he tekivät ja keneltä voi kysyä.',
  lead: 'Katso, ketkä kuntasi kaltaisista ovat parantaneet tunnuslukua eniten, mitä he tekivät ja keneltä voi kysyä.',
  mine: 'Kuntasi tai alueesi',
  mineHint: 'Kirjoita nimi, esimerkiksi Falkenberg',
  figure: 'Tunnusluku',
  anyFigure: 'Valitse tunnusluku',
  group: 'Keneltä opitaan',
  show: 'Näytä',
  start: {
    title: 'Valitse kuntasi',
    body: 'Kirjoita, minkä kunnan tai alueen puolesta haluat oppia. Näytämme, missä suunta on väärä ja ketkä ovat onnistuneet paremmin.',
  },
  insteadOf: (asked, shown) => `Ryhmää ”${asked}” ei voi valita tässä. Näytämme sen sijaan: ${shown}.`,
  weak: {
    title: (name) => `Mitä ${name} haluaa parantaa?`,
    lead: 'Nämä tunnusluvut kulkevat väärään suuntaan. Valitse yksi ja katso, ketkä ovat onnistuneet paremmin.',
    none: (name) =>
      `Mikään tunnusluku ei kulje varmasti väärään suuntaan (${name}). Valitse silti jokin yltä, niin voit oppia.`,
    noValues: (name) =>
      `Tunnusluvuilla ei ole vielä arvoja (${name}). Valitse jokin yltä ja katso, mitä muut ovat tehneet.`,
  },
  improved: {
    title: (figure) => `Eniten parantaneet: ${figure}`,
    lead: (count, tested, group, figureKind) =>
      `${group}: ${count}/${tested} niistä, joilla on riittävästi arvoja, kulkee varmasti oikeaan suuntaan. ${figureKind}`,
    up: 'Suurempi on parempi.',
    down: 'Pienempi on parempi.',
    method: 'Miten päätämme, mikä kehitys on varma',
    ownNoValues: (name) => `Omia arvoja tässä tunnusluvussa ei ole (${name}).`,
  },
  suggestion: {
    alike: { population: 'väkiluku', density: 'asukastiheys', group: 'kuntatyyppi' },
    isAlike: (name, mine, traits) => `Kunnat ${name} ja ${mine} muistuttavat toisiaan (${traits})`,
    isUnlike: (name, mine) => `Kunnat ${name} ja ${mine} eivät juuri muistuta toisiaan`,
    and: '. Tunnusluku ',
    but: '. Silti tunnusluku ',
    moved: {
      up: (from, since, to, until) => `on noussut: ${from} (${since}), ${to} (${until})`,
      down: (from, since, to, until) => `on laskenut: ${from} (${since}), ${to} (${until})`,
      other: (from, since, to, until) => `on muuttunut: ${from} (${since}), ${to} (${until})`,
    },
    pace: (pace, p) => `, ${pace} vuodessa. Kehitys on varma (${p}).`,
    p: (p) => `p = ${p}`,
    pBelow: (p) => `p < ${p}`,
    chart: (name, mine) => `${name} ja ${mine}`,
    chartAlone: (name) => name,
    chartSummary: (name, pace, since) => `${name}: ${pace} vuodessa vuodesta ${since}.`,
    did: 'Mitä he tekivät',
    measure: (year) => `toimenpide vuonna ${year}`,
    didNotTell: (name) => `Vielä ei ole kerrottu, mitä tehtiin (${name}).`,
    askTitle: 'Kysy heiltä',
    knows: 'tuntee aiheen',
    card: (name) => `Kysy: ${name}`,
    nobody: (name) => `Kukaan ei ole ilmoittautunut vastaamaan (${name}).`,
    notMember: (name) =>
      `${name} ei ole yhdistyksen ${association.name.en} jäsen, joten yhteysverkostossa ei ole ketään, jolta kysyä.`,
    logIn: 'Kirjaudu, niin näet, keneltä voit kysyä',
  },
  ask: {
    button: (count) => (count === 1 ? 'Kysy asiantuntijalta' : `Kysy ${count} asiantuntijalta`),
    reaches: (names) => `Kysymyksen saavat: ${names}. Kirjoitat sen seuraavalla sivulla.`,
    title: (figure) => `Miten paransitte tätä: ${figure}?`,
    person: (name, organisation) => `${name} (${organisation})`,
  },
  more: {
    title: 'Kaikki parantaneet',
    caption: 'Varma kehitys oikeaan suuntaan, suurin vuosimuutos ensin',
    name: 'Kunta tai alue',
    from: 'Alku',
    to: 'Loppu',
    pace: 'Vuodessa',
    p: 'p-arvo',
  },
  empty: {
    title: 'Täältä ei vielä löydy, keneltä oppia',
    none: (group, tested) =>
      tested === 0
        ? `${group}: kenelläkään ei ole riittävästi arvoja. Tarvitaan vähintään viisi.`
        : `${group}: riittävästi arvoja on ${tested}, mutta mikään niistä ei kulje varmasti oikeaan suuntaan.`,
    wider: 'Katso laajemmin:',
    noMine:
      'Kirjoita kuntasi tai alueesi ylle, niin näytämme, ketkä muistuttavat sitä ja ovat parantaneet eniten.',
  },
  examples: {
    all: 'Kaikki hyvät esimerkit tästä tunnusluvusta',
  },
  strengths: {
    title: (name) => `Muut voivat oppia: ${name}`,
    lead: (name, kind) =>
      `Näissä tunnusluvuissa ${name} on eniten parantaneiden joukossa verrattuna ${kind === 'region' ? 'samankaltaisimpiin alueisiin' : 'samankaltaisimpiin kuntiin'}.`,
    none: (name) =>
      `Toistaiseksi ${name} ei ole missään tunnusluvussa eniten parantaneiden joukossa verrattuna samankaltaisimpiin.`,
    place: (place, of) =>
      place === 1 ? `eniten kaikista ${of} verrattavasta` : `sija ${place}/${of} verrattavista`,
    line: (from, since, to, until, place, p) => `${from} (${since}), ${to} (${until}): ${place} (${p}).`,
    more: (count) => `${count} muuta`,
    tell: 'Kerro, miten teitte sen',
    draft: 'Viimeistele esimerkki',
    read: (title) => `Lue esimerkki ”${title}”`,
    ofFigure: (link, figure) => `${link}: ${figure}`,
  },
  waiting: (name, figure) =>
    `Muut voivat oppia (${name}): ${figure} on parantunut enemmän kuin useimmilla samankaltaisilla. Kerro, miten teitte sen.`,
  related: {
    title: 'Muut voivat oppia',
    note: (pace, since) => `${pace} vuodessa vuodesta ${since}`,
    more: 'Opi muilta ja anna muiden oppia teiltä',
  },
}
