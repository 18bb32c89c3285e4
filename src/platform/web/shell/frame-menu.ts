import {
  AuditOutlined,
  ClockCircleOutlined,
  DashboardOutlined,
  HistoryOutlined,
  SafetyCertificateOutlined,
  SafetyOutlined,
  SaveOutlined,
  SwapOutlined,
  UnlockOutlined,
  UserOutlined,
} from '@ant-design/icons'
import type { SingleEntry } from '../web-area.ts'
import { titles } from './titles.ts'
import { shellWords } from './words.ts'

/** The pages of no area, before and after the areas of work in the menu. */
export const frameMenu: { readonly before: readonly SingleEntry[]; readonly after: readonly SingleEntry[] } =
  {
    before: [{ to: '/', label: shellWords.overview, icon: DashboardOutlined, needs: ['figures.see_value'] }],
    after: [
      { to: '/changes', label: shellWords.changes, icon: HistoryOutlined, needs: ['records.see'] },
      { to: '/findings', label: shellWords.findings, icon: AuditOutlined, needs: ['records.see'] },
      { to: '/workbooks', label: shellWords.workbooks, icon: SwapOutlined, needs: ['ledgers.export'] },
      {
        to: '/clear-exports',
        label: titles.clearExports,
        icon: UnlockOutlined,
        needs: ['ledgers.export_clear'],
      },
      {
        to: '/clear-exports/to-decide',
        label: titles.exportsToDecide,
        icon: UnlockOutlined,
        needs: ['ledgers.agree_export'],
      },
      { to: '/purposes', label: titles.purposes, icon: SafetyOutlined, needs: [] },
      { to: '/retention', label: titles.retention, icon: ClockCircleOutlined, needs: ['retention.see'] },
      { to: '/accounts', label: titles.accounts, icon: UserOutlined, needs: ['access.see'] },
      { to: '/grants', label: titles.grants, icon: SafetyCertificateOutlined, needs: ['access.see'] },
      {
        to: '/grants',
        label: titles.grants,
        icon: SafetyCertificateOutlined,
        needs: ['access.see_here'],
      },
      { to: '/backups', label: titles.backups, icon: SaveOutlined, needs: ['backup.keep'] },
      {
        to: '/backups/to-decide',
        label: titles.restoresToDecide,
        icon: SaveOutlined,
        needs: ['backup.agree_restore'],
      },
      { to: '/audit', label: titles.audit, icon: SafetyOutlined, needs: ['audit.see'] },
    ],
  }
