/** The oldest browser that the pages run in: Chinese offices' browsers are built on Chromium, and not on its newest. */
export const oldestChromium = 100
