import type { Rhythm } from '#platform/mail/rhythm.ts'

export interface QuestionMailTables {
  question_mail_choice: {
    person_id: number
    /** How often of questions that the person is asked. */
    asked: Rhythm
    /** How often of everything else. */
    others: Rhythm
  }
}
