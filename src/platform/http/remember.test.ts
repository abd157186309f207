import { describe, expect, test } from 'vitest'
import { createMemory } from './remember.ts'

describe('the memory of answers', () => {
  test('loads once for a key and version, also when many ask at once', async () => {
    const remember = createMemory(1000)('1')
    let loads = 0
    const load = async () => ({ number: ++loads })
    const answers = await Promise.all([remember('a', load), remember('a', load), remember('a', load)])
    expect(answers.map(({ number }) => number)).toEqual([1, 1, 1])
  })

  test('loads anew for another version of the data', async () => {
    const memory = createMemory(1000)
    await memory('1')('a', () => ({ number: 1 }))
    expect(await memory('2')('a', () => ({ number: 2 }))).toEqual({ number: 2 })
  })

  test('forgets a failure', async () => {
    const remember = createMemory(1000)('1')
    await expect(remember('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await remember('a', () => ({ number: 1 }))).toEqual({ number: 1 })
  })

  test('lets go of what has not been asked for when large answers come', async () => {
    const remember = createMemory(100)('1')
    await remember('small', () => ({ number: 1 }), 10)
    for (const key of ['b', 'c', 'd']) await remember(key, () => ({ number: 0 }), 45)
    expect(await remember('small', () => ({ number: 2 }), 10)).toEqual({ number: 2 })
  })
})
