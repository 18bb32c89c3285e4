import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ownRoleWords } from '../accounts/own-role-words.ts'
import { useSay } from '../language/use-say.ts'
import { Disclosure } from '../pieces/disclosure.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { forgetDrafts } from '../records/draft.ts'
import { server } from '../rpc/server.ts'
import { useMe } from '../session/me.ts'
import { securityWords } from '../session/security-words.ts'
import { shellWords as words } from './words.ts'

export function AccountMenu() {
  const say = useSay()
  const me = useMe()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [problem, setProblem] = useState<unknown>(null)
  const signOut = async () => {
    try {
      await server.access.signOut.call(undefined)
    } catch (error) {
      setProblem(error)
      return
    }
    forgetDrafts()
    await navigate({ to: '/sign-in' })
    client.removeQueries({ type: 'inactive' })
  }
  return (
    <Disclosure label={me.name} name={`${say(words.account)} ${me.name}`} className="plain-button" end>
      {() => (
        <div className="account-panel">
          <div>
            <strong>{me.name}</strong> <span className="help">{me.username}</span>
          </div>
          <div className="help">{say(me.office.name)}</div>
          <Link to="/password">{say(words.changePassword)}</Link>
          <Link to="/own-roles">{say(ownRoleWords.title)}</Link>
          <Link to="/security">{say(securityWords.title)}</Link>
          <button type="button" className="plain-button" onClick={() => void signOut()}>
            {say(words.signOut)}
          </button>
          {problem ? <ProblemNote error={problem} /> : null}
        </div>
      )}
    </Disclosure>
  )
}
