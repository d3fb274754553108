// Browsers let audio and speech begin only within a tap; what is fetched after it comes too late for that.

import { openAudio } from "../core/audio.js"

/**
 * Called within a tap: unlocks speech and audio, as far as the reader's settings want them.
 * @param {{ tones?: boolean, voice?: boolean }} settings
 */
export function unlockMedia({ tones, voice }) {
  try {
    if (voice) speechSynthesis.speak(new SpeechSynthesisUtterance(""))
    if (tones) openAudio().resume()
  } catch {
    // without them the session goes on
  }
}
