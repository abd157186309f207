/** Something that stops an import or a part of it; `reason` is a key that the page turns into a sentence. */
export class ImportFault extends Error {
  readonly reason: string
  readonly detail: string

  constructor(reason: string, detail = '') {
    super(detail ? `${reason}: ${detail}` : reason)
    this.reason = reason
    this.detail = detail
  }
}
