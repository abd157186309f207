/** What the organisation itself says of a value, beside it; nothing when it says nothing. */
export function Said({ comment }: { comment: string | undefined }) {
  return comment ? <q class="said">{comment}</q> : null
}
