/** What meetings of all organs say when a decision is written down. */
export const sv = {
  gone: 'Ärendet finns inte.',
  notOpen: 'Mötet är inte öppet, så det kan inte besluta.',
  decided: 'Ärendet är redan beslutat.',
  share: (share: string, paragraph: number) => `${share} av rösterna (stadgarna § ${paragraph})`,
  moreThan: (part: number, whole: number) => `mer än ${part}/${whole}`,
  atLeast: (part: number, whole: number) => `minst ${part}/${whole}`,
  votesMissing: (wanted: string) => `Beslutet kräver ${wanted}. Ange rösterna, eller att alla var eniga.`,
  tooFew: (wanted: string, yes: number, no: number) =>
    `Beslutet kräver ${wanted}, och fick ${yes} mot ${no}.`,
  board: (day: string) => `Styrelsen ${day}`,
  annual: (year: string) => `Årsmötet ${year}`,
  extra: (day: string) => `Extra årsmöte ${day}`,
}
