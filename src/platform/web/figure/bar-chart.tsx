import { BarChart as Bars } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

echarts.use([Bars, GridComponent, SVGRenderer])

export type Bar = { readonly label: string; readonly value: string | null; readonly shown: string }

const ink = '#1f2328'
const lineHeight = 26

/** Bars from zero with their numbers written on them; upright for months, lying for names. */
export default function BarChart(props: { name: string; bars: readonly Bar[]; upright: boolean }) {
  const { name, bars, upright } = props
  const box = useRef<HTMLDivElement>(null)
  const height = upright ? 220 : bars.length * lineHeight + 16

  useEffect(() => {
    if (!box.current) return
    const chart = echarts.init(box.current, null, { renderer: 'svg' })
    const names = {
      type: 'category' as const,
      data: bars.map((bar) => bar.label),
      inverse: !upright,
      axisTick: { show: false },
      axisLabel: {
        color: ink,
        width: upright ? 150 : Math.min(260, box.current.clientWidth / 3),
        overflow: 'truncate' as const,
        interval: upright ? 'auto' : 0,
      },
    }
    const numbers = { type: 'value' as const, min: 0, show: false }
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 4, right: 60, top: upright ? 24 : 4, bottom: 4, containLabel: true },
      xAxis: upright ? names : numbers,
      yAxis: upright ? numbers : names,
      series: [
        {
          type: 'bar',
          barMaxWidth: 18,
          silent: true,
          itemStyle: { color: '#0b5394' },
          label: {
            show: true,
            position: upright ? 'top' : 'right',
            color: ink,
            formatter: (point: { dataIndex: number }) => bars[point.dataIndex]?.shown ?? '',
          },
          data: bars.map((bar) => (bar.value === null ? null : Number(bar.value))),
        },
      ],
    })
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [bars, upright])

  // The height is set by the script: the policy allows no inline style, and React sets it through the DOM.
  return <div ref={box} role="img" aria-label={name} style={{ height, maxWidth: '60rem' }} />
}
