import { createContext, useContext } from 'react'
import type { Text } from '../../../../platform/text.ts'
import type { Problem } from '../../../../platform/web/rpc/problem.ts'

/** Whose pages these are and what personal values are used for, as the server says it. */
export type OfficeForm =
  | { readonly state: 'asked' }
  | { readonly state: 'failed'; readonly problem: Problem; readonly again: () => void }
  | { readonly state: 'there'; readonly office: Text; readonly notice: Text }

export const OfficeFormContext = createContext<OfficeForm>({ state: 'asked' })

export const useOfficeForm = (): OfficeForm => useContext(OfficeFormContext)
