import { LineChart as Lines } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { LabelLayout } from 'echarts/features'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

echarts.use([Lines, GridComponent, LabelLayout, SVGRenderer])

/** A line with its name at its end; a value that is absent leaves a gap. */
export type Line = { readonly name: string; readonly values: readonly (string | null)[] }

const ink = '#1f2328'
// Told apart by stroke as well as by colour.
const strokes = [
  { color: '#0b5394', type: 'solid' as const },
  { color: '#57606a', type: 'dashed' as const },
]

/** Lines from zero over days, with their names at their ends; `most` is the top of the scale. */
export default function LineChart(props: {
  name: string
  days: readonly string[]
  lines: readonly Line[]
  most: number
}) {
  const { name, days, lines, most } = props
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!box.current) return
    const chart = echarts.init(box.current, null, { renderer: 'svg' })
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 4, right: 100, top: 12, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: [...days],
        boundaryGap: false,
        axisTick: { show: false },
        axisLabel: { color: ink },
      },
      yAxis: { type: 'value', min: 0, max: most, axisLabel: { color: ink } },
      series: lines.map((line, nth) => ({
        type: 'line',
        step: 'end',
        silent: true,
        showSymbol: false,
        lineStyle: { width: 2, ...strokes[nth % strokes.length] },
        endLabel: { show: true, color: ink, formatter: () => line.name },
        labelLayout: { moveOverlap: 'shiftY' },
        data: line.values.map((value) => (value === null ? null : Number(value))),
      })),
    })
    const observer = new ResizeObserver(() => chart.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      chart.dispose()
    }
  }, [days, lines, most])

  // The height is set by the script: the policy allows no inline style, and React sets it through the DOM.
  return <div ref={box} role="img" aria-label={name} style={{ height: 260, maxWidth: '60rem' }} />
}
