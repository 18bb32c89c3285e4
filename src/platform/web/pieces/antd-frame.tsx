import { ConfigProvider } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { type ReactNode, useEffect } from 'react'
import { useLanguage } from '../language/use-say.ts'
import { cspNonce } from './csp-nonce.ts'

const theme = {
  token: {
    colorPrimary: '#0b5394',
    colorLink: '#0b5394',
    // Red is kept for a broken rule: what is wrong in a form is dark amber.
    colorError: '#7a4300',
    colorTextPlaceholder: '#656d76',
    colorTextDescription: '#57606a',
    colorTextDisabled: '#57606a',
    fontFamily: 'var(--font)',
    motion: false,
  },
}

/** Around each part that uses antd components; parts without them stay light. */
export function AntdFrame({ children }: { children: ReactNode }) {
  const language = useLanguage()
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  }, [language])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      csp={{ nonce: cspNonce }}
      button={{ autoInsertSpace: false }}
      getPopupContainer={popupContainer}
    >
      {children}
    </ConfigProvider>
  )
}

// A list that opens from inside a panel belongs to it: a click in the list is not a click elsewhere.
function popupContainer(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest<HTMLElement>('.disclosure-panel') ?? document.body
}
