/** A request that cannot be answered as asked. The page or the API shows `message` and what exists instead. */
export class Problem extends Error {
  readonly status: 400 | 404
  /** Links to what does exist, shown under the message. */
  readonly choices: { href: string; label: string }[]

  constructor(status: 400 | 404, message: string, choices: { href: string; label: string }[] = []) {
    super(message)
    this.status = status
    this.choices = choices
  }
}
