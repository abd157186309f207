/** Tables that may hold so much that rewriting or reading them whole stops a program for minutes. */
export const largeTables = [
  'organisation',
  'key_figure_value',
  'audit_entry',
  'mail',
  'mail_attachment',
  'search_text',
  'search_word',
  'population',
  'session',
  'person',
]

const table = `(?:only\\s+)?(?:public\\.)?"?(${largeTables.join('|')})"?(?=[\\s(,;]|$)`

/** What would hold a large table too long, and what to write instead. */
const refused: [RegExp, string][] = [
  [
    new RegExp(`create\\s+(?:unique\\s+)?index\\s+(?!concurrently)[^;]*?\\bon\\s+${table}`),
    'make the index concurrently, in a migration that says `online = true`',
  ],
  [
    /drop\s+index\s+(?!concurrently)/,
    'drop the index concurrently, in a migration that says `online = true`',
  ],
  [
    new RegExp(
      `alter\\s+table\\s+(?:if\\s+exists\\s+)?${table}[^;]*?\\balter\\s+(?:column\\s+)?\\w+\\s+(?:set\\s+data\\s+)?type\\b`,
    ),
    'a new type rewrites the table: add a column, fill it in small steps, and take the old one away a version later',
  ],
  [
    new RegExp(`alter\\s+table\\s+(?:if\\s+exists\\s+)?${table}[^;]*?\\bset\\s+not\\s+null\\b`),
    'add a check (… is not null) not valid, validate it in a later migration, and leave it at that',
  ],
  [
    new RegExp(
      `alter\\s+table\\s+(?:if\\s+exists\\s+)?${table}[^;]*?\\badd\\s+(?:constraint\\s+\\w+\\s+)?(?:check|foreign\\s+key|unique|primary\\s+key|exclude)\\b(?![^;]*\\bnot\\s+valid\\b)(?![^;]*\\busing\\s+index\\b)`,
    ),
    'add the constraint `not valid` and validate it in a later migration; a unique one from an index made concurrently',
  ],
  [
    new RegExp(
      `alter\\s+table\\s+(?:if\\s+exists\\s+)?${table}[^;]*?\\badd\\s+(?:column\\s+)?(?!constraint)(?:if\\s+not\\s+exists\\s+)?\\w+[^;,]*\\b(?:generated|random\\(|gen_random_uuid\\(|clock_timestamp\\(|references|unique|primary\\s+key|check)`,
    ),
    'such a column is computed or checked for every row at once: add it plain, and fill or check it later',
  ],
  [
    new RegExp(`\\b(?:vacuum\\s+full|cluster|lock\\s+table)\\s+${table}`),
    'nobody could read or write meanwhile',
  ],
  [new RegExp(`\\bupdate\\s+${table}\\s+(?![^;]*\\bwhere\\b)`), 'fill the table in small steps, by a job'],
]

/** What takes something away that the version before still uses, on any table. */
const taken =
  /\b(?:drop\s+(?:table|column|view|function)|rename\s+(?:to|column)|alter\s+table[^;]*\bdrop\s+(?!constraint|default|not\s+null|index)\w+)/
const saysSo = /insert\s+into\s+schema_need\b/

/** The faults of a migration's text: what it would lock or break while the version before still serves. */
export function faultsOfMigration(source: string): string[] {
  const sql = source
    .replaceAll(/\$\{concurrently\}/g, 'concurrently')
    .replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
    .replaceAll(/--.*$/gm, '')
    .toLowerCase()
  const statements = sql.split(';')
  const faults = refused.flatMap(([pattern, instead]) =>
    statements.flatMap((statement) => {
      const [found, name] = pattern.exec(statement) ?? []
      return found ? [`${name ? `${name}: ` : ''}${found.replaceAll(/\s+/g, ' ').trim()} – ${instead}`] : []
    }),
  )
  if (taken.test(sql) && !saysSo.test(sql)) {
    faults.push(
      'takes something away: that is a contracting migration, which comes a version after the expanding one and adds ' +
        'its name to schema_need',
    )
  }
  if (/\bconcurrently\b/.test(sql) && !/export const online = true/.test(source)) {
    faults.push('works concurrently, which no transaction can: export const online = true')
  }
  if (
    /create\s+(?:unique\s+)?index\s+concurrently/.test(sql) &&
    !/drop\s+index\s+concurrently\s+if\s+exists/.test(sql)
  ) {
    faults.push('may be broken off: first drop index concurrently if exists what an earlier try has left')
  }
  return faults
}
