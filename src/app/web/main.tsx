import { createRoot } from 'react-dom/client'
import { organisationWeb } from '../../areas/organisation/area.web.tsx'
import { peopleWeb } from '../../areas/people/area.web.tsx'
import { day } from '../../platform/values/day.ts'
import { startWeb } from '../../platform/web/start-web.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')

createRoot(root).render(
  startWeb({
    areas: [organisationWeb, peopleWeb],
    demoMoment: {
      asOf: day('2018-07-29'),
      period: { from: day('2018-01-01'), through: day('2018-07-29') },
    },
  }),
)
