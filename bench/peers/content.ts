/** What every program is given to show: the same words to each. */
export const question = { title: 'Provfråga', body: 'Hur **gör** ni?' }

/** So many answers; a forum that counts the question among its posts may show one less on the first page. */
export const answerCount = 20

export const answerText = (n: number): string =>
  `Svar ${n}. Vi gjorde så här, och det tog **ett halvår**:\n\n1. mätte i nio veckor\n2. ändrade två saker\n3. mätte igen`

export const news = {
  slug: 'provnyhet',
  title: 'Provnyhet',
  lead: 'Kommunerna har sparat energi.',
  paragraphs: Array.from(
    { length: 12 },
    (_, n) =>
      `Stycke ${n + 1}. Förskolorna i kommunen har bytt till lågenergilampor, och elanvändningen gick ner med en femtedel på två år. Nu går fler hus över.`,
  ),
}

/** So many values are asked for at a time. */
export const valueCount = 1000
