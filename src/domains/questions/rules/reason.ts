/** Why somebody is asked; put into words by the pages. */
export type Reason =
  /** Who asks chose this person. */
  | { kind: 'named' }
  /** Somebody who could not answer thinks that this person can. */
  | { kind: 'suggested'; by: number }
  /** Has written a good example that fits, or is its contact. */
  | { kind: 'example'; exampleId: number; title: string }
  /** Has said on the contact card to know this; the words are those of the question. */
  | { kind: 'knows'; words: string[] }
  /** Has chosen a subject that fits. */
  | { kind: 'subject'; sv: string; en: string }
  /** The organisation's key figure goes the right way. */
  | { kind: 'improved'; figureId: string; number: string; organisation: string }
  /** Reports the key figure for the organisation. */
  | { kind: 'reports'; figureId: string; number: string; organisation: string }
  /** Comes from an organisation that is like that of who asks. */
  | { kind: 'alike'; organisation: string }
