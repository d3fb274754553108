// A voice for what a reader who lies on the floor cannot read; silent where the browser has none.

export const hasVoice = () => "speechSynthesis" in window

/** Says the texts one after the other, and nothing of what was to be said before. Empty, within a tap: wakes the voice. */
export function say(texts) {
  if (!hasVoice()) return
  speechSynthesis.cancel()
  const words = new SpeechSynthesisUtterance(texts.filter(Boolean).join(". "))
  words.lang = document.documentElement.lang
  speechSynthesis.speak(words)
}

export function hush() {
  if (hasVoice()) speechSynthesis.cancel()
}
