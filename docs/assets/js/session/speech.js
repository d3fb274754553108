// Speech for what a reader who lies on the floor cannot read; silent where the browser has none.

export const hasSpeech = () => "speechSynthesis" in window

/**
 * Speaks the texts one after the other, and drops what was still to be spoken. Empty, within a tap: unlocks speech.
 * @param {string[]} texts
 */
export function speak(texts) {
  if (!hasSpeech()) return
  speechSynthesis.cancel()
  const utterance = new SpeechSynthesisUtterance(texts.filter(Boolean).join(". "))
  utterance.lang = document.documentElement.lang
  speechSynthesis.speak(utterance)
}

export function stopSpeech() {
  if (hasSpeech()) speechSynthesis.cancel()
}
