import { addDays } from './days.ts'

/**
 * Days that are not worked in Sweden beside Saturdays and Sundays, as `MM-DD`: the fixed holidays of the act on public
 * holidays (1989:253), and the eves that the act on counting time (1930:173) treats as such.
 */
const fixedHolidays = new Set([
  '01-01', // New Year's Day
  '01-06', // Epiphany
  '05-01', // First of May
  '06-06', // National Day
  '12-24', // Christmas Eve
  '12-25', // Christmas Day
  '12-26', // Second day of Christmas
  '12-31', // New Year's Eve
])

/** From Easter Sunday: Good Friday, Easter Monday, Ascension Day. */
const daysFromEaster = [-2, 1, 39]

/** Whether a day (`YYYY-MM-DD`) is worked in Sweden: neither a weekend nor a holiday. */
export function isWorkingDay(day: string): boolean {
  const date = Temporal.PlainDate.from(day)
  if (date.dayOfWeek > 5 || fixedHolidays.has(day.slice(5))) return false
  // Midsummer Eve is the Friday between the 19th and the 25th of June.
  if (date.month === 6 && date.dayOfWeek === 5 && date.day >= 19 && date.day <= 25) return false
  const easter = easterSunday(date.year)
  return !daysFromEaster.some((days) => addDays(easter, days) === day)
}

/** The working day that comes so many working days after a day; that day itself does not count. */
export function addWorkingDays(day: string, count: number): string {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** Easter Sunday of a year in the Gregorian calendar, by the anonymous algorithm (Meeus, Jones and Butcher). */
export function easterSunday(year: number): string {
  const cycle = year % 19
  const [century, inCentury] = [Math.floor(year / 100), year % 100]
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * cycle + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const shift = Math.floor((cycle + 11 * moon + 22 * weekday) / 451)
  const days = moon + weekday - 7 * shift + 114
  return new Temporal.PlainDate(year, Math.floor(days / 31), (days % 31) + 1).toString()
}
