import { useState } from 'react'
import { useMe } from '../../../../platform/web/session/me.ts'

/** Who of the holders the caller is: by the posts of the account, else as was chosen on this computer. */
export function useOwnPerson(own: readonly { readonly id: string }[]) {
  const me = useMe()
  const name = `xiaoma.holder.${me.id}`
  const [chosen, setChosen] = useState(() => localStorage.getItem(name))
  return {
    own: own[0]?.id ?? chosen,
    /** Nothing to choose where the account itself says it. */
    choose:
      own.length > 0
        ? null
        : (id: string | null) => {
            if (id) localStorage.setItem(name, id)
            else localStorage.removeItem(name)
            setChosen(id)
          },
  }
}
