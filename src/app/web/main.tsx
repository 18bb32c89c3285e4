import { createRoot } from 'react-dom/client'
import { enterpriseWeb } from '../../areas/enterprise/area.web.tsx'
import { organisationWeb } from '../../areas/organisation/area.web.tsx'
import { peopleWeb } from '../../areas/people/area.web.tsx'
import { day } from '../../platform/values/day.ts'
import { startWeb } from '../../platform/web/start-web.tsx'

const root = document.getElementById('root')
// A browser that is too old is told so instead: check-browser.js.
if (root)
  createRoot(root).render(
    startWeb({
      areas: [organisationWeb, peopleWeb, enterpriseWeb],
      demoMoment: {
        asOf: day('2018-07-29'),
        period: { from: day('2018-01-01'), through: day('2018-07-29') },
      },
    }),
  )
