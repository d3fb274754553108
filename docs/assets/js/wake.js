// Browsers let audio and voice begin only within a tap; what is fetched after it comes too late for that.

let woken

/** Called within a tap: wakes the voice, and gives an audio that is awake, as far as the reader's `cues` want them. */
export function wake({ tones, voice }) {
  try {
    if (voice) speechSynthesis.speak(new SpeechSynthesisUtterance(""))
    woken = woken || (tones && new AudioContext())
    if (woken) woken.resume()
  } catch {
    // without them the session goes on
  }
  return woken
}
