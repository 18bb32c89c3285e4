import type { Text } from '../text.ts'

/** A bundle of permissions. The application names its roles; an account holds one over a place, between two days. */
export type Role = { readonly words: Text; readonly permissions: readonly string[] }
export type Roles = Readonly<Record<string, Role>>
