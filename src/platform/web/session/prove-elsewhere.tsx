import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSay } from '../language/use-say.ts'
import { server } from '../rpc/server.ts'
import { onProvenElsewhere } from './proven-elsewhere.ts'
import { singleSignOnWords as words } from './single-sign-on-words.ts'

/** For a session that the provider began: the proof is given in a page beside, so that this one loses nothing. */
export function ProveElsewhere({ onProven }: { onProven: () => void }) {
  const say = useSay()
  const { data } = useQuery(server.access.ownLink.queryOptions())
  useEffect(() => onProvenElsewhere(onProven), [onProven])
  if (!data?.name || !data.thisSession || !data.since) return null
  return (
    <>
      <a className="button" href="/single-sign-on?prove=" target="_blank" rel="noreferrer">
        {say(words.prove(data.name))}
      </a>
      <p className="help">{say(words.proveHelp)}</p>
    </>
  )
}
