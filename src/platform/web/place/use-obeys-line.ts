import { useMatches } from '@tanstack/react-router'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page can be asked along the other tree; the others make sense by place only and keep the place. */
    readonly alongLine?: boolean
  }
}

export function useObeysLine(): boolean {
  return useMatches({ select: (matches) => matches.some((match) => match.staticData.alongLine === true) })
}
