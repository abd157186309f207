import { association } from '#platform/association.ts'

const { member, delegate, figures } = association.demonstration

/** An example with the organisations and key figures of this association in place of those it was written with. */
export function ownExample(example: string): string {
  return example
    .replace('figure=1b,4,7', `figure=${figures.join()}`)
    .replace(/figure=1b(?![^&])/, `figure=${figures[0]}`)
    .replace('1382', member)
    .replace('1283', delegate)
}
