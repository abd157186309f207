import { z } from 'zod'

/** `NAME=` means that it is not set. */
export const emptyIsUnset = (value: unknown) => (value === '' ? undefined : value)
export const optionalText = z.preprocess(emptyIsUnset, z.string().optional())
export const postgresUrl = z.preprocess(
  emptyIsUnset,
  z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
)

export const postgresUrls = z.preprocess(
  emptyIsUnset,
  z
    .string()
    .transform((text) => text.split(',').map((address) => address.trim()))
    .refine(
      (all) => all.every((address) => /^postgres(ql)?:\/\//.test(address) && URL.canParse(address)),
      'must be addresses that start with postgres://, with commas between them',
    )
    .default([]),
)
export const seconds = z.coerce.number('must be a number of seconds').min(0, 'cannot be below 0')

/** An address without a slash at its end; `usual` where none is set. */
export const webAddress = (usual: string) =>
  z.preprocess(
    emptyIsUnset,
    z
      .url({ protocol: /^https?$/, error: 'must start with https://' })
      .default(usual)
      .transform((address) => address.replace(/\/+$/, '')),
  )
