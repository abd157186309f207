import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { listSubjects } from '#domains/contacts/index.ts'
import { figureTitle, loadCatalogue, type Reader } from '#domains/key-figures/index.ts'
import type { Locale } from '#platform/i18n.ts'
import type { Option } from '#ui/components/field.tsx'

/** What a question can be about: the key figures that the members follow, with those asked for, and the subjects. */
export async function listChoices(
  reader: Reader,
  l: Locale,
  asked: string[] = [],
): Promise<{ figures: Option[]; subjects: Option[] }> {
  const [{ figures, currentSet }, subjects] = await Promise.all([
    loadCatalogue(reader),
    subjectsOf(reader.db, reader),
  ])
  return {
    figures: figures
      .filter(({ id, setId }) => setId === currentSet || asked.includes(id))
      .map((figure) => ({ value: figure.id, label: figureTitle(figure, l) })),
    subjects: subjects
      .filter(({ retired }) => !retired)
      .map((subject) => ({ value: subject.id, label: subject[l.language] }))
      .sort((a, b) => l.compare(a.label, b.label)),
  }
}

/** The shared list of subject words, read once for each version of the data. */
function subjectsOf(db: Kysely<Database>, { remember }: Pick<Reader, 'remember'>) {
  return remember('subjects', () => listSubjects(db))
}
