/** Pages of one browser tell each other by this that the person has proved to be themselves. */
const channel = 'xiaoma.proof'

export function tellProven(): void {
  const told = new BroadcastChannel(channel)
  told.postMessage('proven')
  told.close()
}

/** Answers how to listen no longer. */
export function onProvenElsewhere(act: () => void): () => void {
  const heard = new BroadcastChannel(channel)
  heard.onmessage = act
  return () => heard.close()
}
