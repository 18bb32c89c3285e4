import { useSay } from '../language/use-say.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { useRoles } from './queries.ts'
import { accountWords as words } from './words.ts'

/** What each role permits, for whoever has to choose one. */
export function RoleCatalogue() {
  const say = useSay()
  const roles = useRoles()
  return (
    <details className="section role-catalogue">
      <summary>{say(words.catalogue)}</summary>
      <Loaded query={roles} lines={4}>
        {(data) => (
          <dl>
            {data.roles.map((role) => (
              <div key={role.id}>
                <dt>{say(role.words)}</dt>
                <dd>{role.permissions.map((permission) => say(permission.words)).join(say(words.comma))}</dd>
              </div>
            ))}
          </dl>
        )}
      </Loaded>
    </details>
  )
}
