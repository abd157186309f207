import { Notice } from './notice.tsx'

/** What somebody has just done, said once and read aloud; nothing when there is nothing to say. */
export function Done({ text }: { text: string | false | undefined }) {
  return text ? (
    <Notice tone="success" role="status">
      <p>{text}</p>
    </Notice>
  ) : null
}
