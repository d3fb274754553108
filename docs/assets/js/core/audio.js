// Short tones, scheduled on the audio's own clock so that a busy page cannot delay them.

/**
 * The tones that announce a phase, its middle, or one of its last three seconds: pitches in Hz, a fifth of a second
 * each.
 */
export const NOTES = {
  tick: [660],
  ready: [],
  move: [440, 587],
  half: [988, 988],
  hold: [880],
  rest: [660, 440],
  switch: [587, 784, 587],
  done: [523, 659, 784, 1047],
}

/** @typedef {[name: keyof typeof NOTES, second: number]} Cue */

/** @type {AudioContext | undefined} */
let context
/** @type {Set<OscillatorNode>} */
const sounding = new Set()

/** The page's one audio context: browsers allow few, and unlock each by a tap. */
export const openAudio = () => (context = context || new AudioContext())

/** Whether a call or a locked screen has suspended the audio. */
export const isAudioSuspended = () => !!context && context.state !== "running"

export class TonePlayer {
  constructor() {
    /** @type {OscillatorNode[]} */
    this.scheduled = []
    /** @type {object | null} */
    this.request = null
  }

  /**
   * Schedules cues at seconds of something that is `position()` seconds old, except those in the past; 0 means now.
   * Returns whether all are scheduled.
   * @param {Cue[]} cues @param {() => number} position
   */
  async play(cues, position) {
    const request = {}
    this.request = request
    try {
      const audio = openAudio()
      await audio.resume() // it began silent, was idle, or a call or a locked screen broke in
      if (request !== this.request) return false // silenced, or asked again, while the audio woke
      for (const [name, second] of cues) {
        const wait = second && second - position()
        if (wait < 0) continue
        for (const [index, pitch] of NOTES[name].entries())
          this.note(audio, pitch, audio.currentTime + wait + index / 5)
      }
      return true
    } catch {
      return false // without audio the player goes on
    }
  }

  /** @param {AudioContext} audio @param {number} pitch @param {number} at */
  note(audio, pitch, at) {
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = pitch
    volume.gain.setTargetAtTime(0, at + 0.1, 0.04) // fades, so that it does not click
    tone.connect(volume)
    volume.connect(audio.destination)
    tone.start(at)
    tone.stop(at + 0.4)
    tone.onended = () => {
      sounding.delete(tone)
      if (!sounding.size) audio.suspend() // idle audio drains a battery
    }
    sounding.add(tone)
    this.scheduled.push(tone)
  }

  silence() {
    this.request = null
    for (const tone of this.scheduled.splice(0)) tone.stop()
  }
}
