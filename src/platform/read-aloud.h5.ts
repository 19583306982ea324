/** Whether this browser can speak. */
export const canReadAloud = (): boolean => 'speechSynthesis' in window

/** Reads words aloud in Mandarin, a little slower than people talk; a second call begins anew. */
export function readAloud(words: string): void {
  window.speechSynthesis.cancel()
  const spoken = new SpeechSynthesisUtterance(words)
  spoken.lang = 'zh-CN'
  spoken.rate = 0.85
  window.speechSynthesis.speak(spoken)
}
