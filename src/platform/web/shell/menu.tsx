import { IconProvider } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { cspNonce } from '../pieces/csp-nonce.ts'
import { useSay } from '../language/use-say.ts'
import { useOpenMenu } from './use-open-menu.ts'
import { shellWords } from './words.ts'

const icons = { csp: { nonce: cspNonce } }

export function Menu({ open, id, onGo }: { open: boolean; id: string; onGo: () => void }) {
  const say = useSay()
  const menu = useOpenMenu()
  return (
    <nav id={id} className={open ? 'shell-menu open' : 'shell-menu'} aria-label={say(shellWords.areas)}>
      <ul>
        {menu.map((entry) => {
          const Icon = entry.icon
          return (
            <li key={entry.to + Object.values(entry.params ?? {}).join()}>
              <Link
                to={entry.to}
                {...(entry.params ? { params: entry.params } : {})}
                activeOptions={{ exact: entry.to === '/', includeSearch: false }}
                onClick={onGo}
                preload="intent"
              >
                {/* An icon's own name is an English word of its library. */}
                <span aria-hidden="true">
                  <IconProvider value={icons}>
                    <Icon />
                  </IconProvider>
                </span>
                {say(entry.label)}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
