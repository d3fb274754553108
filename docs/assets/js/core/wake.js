// Browsers let audio and voice begin only within a tap; what is fetched after it comes too late for that.

import { openAudio } from "./audio.js"

/** Called within a tap: wakes the voice, and the audio, which it gives, as far as the reader's `cues` want them. */
export function wake({ tones, voice }) {
  try {
    if (voice) speechSynthesis.speak(new SpeechSynthesisUtterance(""))
    if (!tones) return null
    const awake = openAudio()
    awake.resume()
    return awake
  } catch {
    return null // without them the session goes on
  }
}
