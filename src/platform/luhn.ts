/**
 * The check digit by Luhn's method, “modulus 10”, for digits that have none yet: every second digit from the right
 * doubled, digits of the products added, what is missing to the next ten (ISO/IEC 7812-1, annex B).
 */
export function luhnDigit(digits: string): string {
  if (!/^\d+$/.test(digits)) throw new RangeError(`Not digits: ${digits}`)
  return String((10 - (luhnSum(`${digits}0`) % 10)) % 10)
}

/** Whether the last of the digits is the check digit of those before it. False for anything but two digits or more. */
export function isLuhn(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && luhnSum(digits) % 10 === 0
}

function luhnSum(digits: string): number {
  return [...digits].toReversed().reduce((sum, digit, i) => {
    const product = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return sum + (product > 9 ? product - 9 : product)
  }, 0)
}
