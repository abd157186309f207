/** Words that questions are full of and that say nothing of their subject. */
const emptyWords = new Set(
  `alla andra att av bra blev den det dem dess dock där efter eller ett finns fler flera fick från få för före fått gjort går gör
  göra gått ha hade han har hur hon in ingen inte ja jag kan kanske kommer kommun kommunen kommuner kommunens kunna man med
  mer mest mot ner när någon något några och också om oss på sin sina som så ta till under upp ut vad var vara vem vet vi vid
  vill vilka vilken vilket ut utan våra vår vårt vore över är ni er era ert använda använder ger
  hittar mäta mäter räkna räknar sköta sköter tar tänka tänker välja väljer erfarenhet erfarenheter arbeta arbetar börja bästa
  about and any anyone are best can did does done for from had has have how its municipality municipalities our that the
  their them they this was what when which who why with you your experience`.split(/\s+/),
)

const mostWords = 12

/** The words that a title is about, in its order: without those that say nothing, each once, at most twelve. */
export function tellingWords(title: string): string[] {
  const words = wordsOf(title).filter((word) => word.length > 2 && !emptyWords.has(word))
  return [...new Set(words)].slice(0, mostWords)
}

/** A word as PostgreSQL looks for it: in any bending, longer ones also as the beginning of a compound. */
export function searchWord(word: string): string {
  return word.length > 3 ? `${word}:*` : word
}

/** What somebody typed as a search for texts that hold every word. Empty without words. */
export function everyWord(typed: string): string {
  return wordsOf(typed).slice(0, mostWords).map(searchWord).join(' & ')
}

/** A title as a search for texts that hold some of its telling words. Empty without such. */
export function someWord(title: string): string {
  return tellingWords(title).map(searchWord).join(' | ')
}

/** What looks like a question before it is asked: one word is enough to find others, three letters to begin. */
export function saysSomething(title: string): boolean {
  return tellingWords(title).length > 0
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase('sv')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
