import type { Scope } from '../../../platform/db/scope.ts'
import { answerValue } from '../../../platform/figures/answer.ts'
import type { Figure } from '../../../platform/figures/figure.ts'
import { figuresShown } from '../../../platform/figures/moved-figures.ts'
import type { Figures } from '../../../platform/figures/registry.ts'
import { resolveQuestion } from '../../../platform/figures/resolve.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { type Day, firstOfYear } from '../../../platform/values/day.ts'

/** Every shown figure of the places, asked one by one as a page asks: `<figure> <place>` → value, null where the caller sees no such place. */
export async function valuesAlone(
  figures: Figures,
  scope: Scope,
  places: readonly string[],
  asOf: Day,
): Promise<Map<string, string | null>> {
  const values = new Map<string, string | null>()
  const period = { from: firstOfYear(asOf), through: asOf }
  const valueOf = async (figure: Figure, node: string) =>
    (await answerValue(figures, await resolveQuestion(figures, scope, figure, { node, asOf, period }), true))
      .value
  for (const node of places)
    for (const figure of figuresShown(figures))
      values.set(`${figure.id} ${node}`, await valueOf(figure, node).catch(unseen))
  return values
}

function unseen(error: unknown): null {
  if (error instanceof Refusal && error.code === 'NOT_FOUND') return null
  throw error
}
