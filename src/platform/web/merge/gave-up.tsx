import { Link } from '@tanstack/react-router'
import * as z from 'zod'
import { called } from '../../records/merge/called.ts'
import { useSay } from '../language/use-say.ts'
import { PageHead } from '../pieces/page-head.tsx'
import { problemOf } from '../rpc/problem.ts'
import { mergeWords as words } from './words.ts'

const goneSchema = z.object({
  id: z.string(),
  merged: z.object({
    change: z.string(),
    title: z.string(),
    key: z.string(),
    into: z.object({ type: z.string(), id: z.string(), title: z.string(), key: z.string() }).nullable(),
  }),
})

/** Whether what went wrong is that the record lives on as another. */
export const wentInto = (error: unknown) => goneSchema.safeParse(problemOf(error).details).success

/** Stands where the page of a record would: where it went, and the ways to what was known before. */
export function GaveUp({ type, error }: { type: string; error: unknown }) {
  const say = useSay()
  const problem = problemOf(error)
  const { id, merged } = goneSchema.parse(problem.details)
  const { change, into } = merged
  return (
    <>
      <PageHead title={say(words.gaveUpTitle(called(merged)))} paper="A4 portrait" />
      <p className="note">{say(problem.words)}</p>
      <div className="row">
        {into ? (
          <Link to="/records/$type/$id" params={{ type: into.type, id: into.id }} className="main-button">
            {say(words.livesOn(called(into)))}
          </Link>
        ) : null}
        <Link to="/records/$type/merge/$change" params={{ type, change }} className="button">
          {say(words.theMerge)}
        </Link>
        <Link
          to="/records/$type/$id"
          params={{ type, id }}
          search={(old: object) => ({ ...old, knownAt: String(BigInt(change) - 1n) })}
          className="button"
        >
          {say(words.asBefore)}
        </Link>
      </div>
    </>
  )
}
