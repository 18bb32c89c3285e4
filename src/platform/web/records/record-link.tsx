import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../session/me.ts'

/** What a record is called, as the way to it for those who may open records. */
export function RecordLink({ type, id, children }: { type: string; id: string; children: ReactNode }) {
  const me = useMe()
  if (!me.permissions.includes('records.see')) return <span>{children}</span>
  return (
    <Link to="/records/$type/$id" params={{ type, id }}>
      {children}
    </Link>
  )
}
