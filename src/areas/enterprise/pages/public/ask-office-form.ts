import { useCallback, useEffect, useState } from 'react'
import { problemOf } from '../../../../platform/web/rpc/problem.ts'
import type { OfficeForm } from './office-form.ts'
import { server } from './server.ts'

/** Asks once for each page, and again when told to. */
export function useAskedOfficeForm(): OfficeForm {
  const [form, setForm] = useState<OfficeForm>({ state: 'asked' })
  const ask = useCallback(async () => {
    try {
      setForm({ state: 'there', ...(await server.requests.form()) })
    } catch (error) {
      setForm({ state: 'failed', problem: problemOf(error), again: () => void ask() })
    }
  }, [])
  useEffect(() => void ask(), [ask])
  return form
}
