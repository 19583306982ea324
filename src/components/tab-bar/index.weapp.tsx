/** WeChat draws the tab bar itself, from app.config.ts. */
export function TabBar() {
  return null
}
