import { useMutation, useQueryClient } from '@tanstack/react-query'

/** A write: everything on screen may depend on it, so every answer held so far is asked for again. */
export function useAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation<Output, unknown, Input>({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries(),
  })
}
