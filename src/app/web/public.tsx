import { createRoot } from 'react-dom/client'
import { startPublicPages } from '../../areas/enterprise/pages/public/start-public-pages.tsx'

const root = document.getElementById('root')
// A browser that is too old is told so instead: check-browser.js.
if (root) createRoot(root).render(startPublicPages(location.pathname))
