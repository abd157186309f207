import { type Locale, otherLanguage } from '#platform/i18n.ts'
import { Button } from '#ui/components/button.tsx'
import { MadeUpBadge } from '#ui/components/tag.tsx'
import { boardPaths } from '../paths.ts'
import type { Task } from '../queries.ts'
import { textsOf } from '../texts.ts'

/** What somebody is to do after a decision. */
export function Tasks({
  l,
  tasks,
  today,
  reader,
  mayEdit,
  withMeeting = false,
}: {
  l: Locale
  tasks: Task[]
  today: string
  reader: number
  mayEdit: boolean
  withMeeting?: boolean
}) {
  const texts = textsOf(l)
  const t = texts.tasks
  if (tasks.length === 0) return <p>{t.none}</p>
  return (
    <ul class="task-list">
      {tasks.map(({ id, itemId, meetingId, what, name, personId, dueOn, doneAt, title, madeUp }) => (
        <li key={id}>
          <span>
            <span lang={otherLanguage('sv', l)}>{what}</span>
            <br />
            <span class="subtle">
              {name},{' '}
              {doneAt ? t.done(l.date(doneAt)) : dueOn < today ? t.late(l.date(dueOn)) : t.due(l.date(dueOn))}
            </span>
            {withMeeting && (
              <>
                <br />
                <a href={l.href(boardPaths.item(meetingId, itemId))} lang={otherLanguage('sv', l)}>
                  {title}
                </a>
              </>
            )}
          </span>
          <span class="row">
            {madeUp && <MadeUpBadge label={texts.madeUp} />}
            {doneAt === null && (personId === reader || mayEdit) && (
              <form method="post" action={l.href(boardPaths.taskDone(id))}>
                <Button variant="tertiary">
                  {t.finish} <span class="sr-only">({what})</span>
                </Button>
              </form>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
