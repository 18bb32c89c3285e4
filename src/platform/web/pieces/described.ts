/** What a form tells assistive technology of one of its inputs: the texts that describe it, and whether it is wrong. */
export type Described = {
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: 'true'
  readonly 'aria-required'?: 'true'
}

/** Takes from the properties of an input what its form says of it, to hand it on to the element itself. */
export function describedIn(props: Described): Described {
  const { 'aria-describedby': by, 'aria-invalid': invalid, 'aria-required': required } = props
  return {
    ...(by ? { 'aria-describedby': by } : {}),
    ...(invalid ? { 'aria-invalid': invalid } : {}),
    ...(required ? { 'aria-required': required } : {}),
  }
}
