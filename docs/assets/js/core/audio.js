// Short tones, set on the audio's own clock so that a busy page cannot delay them.

/** What announces a phase, or one of its last three seconds: the pitches in Hz, a fifth of a second each. */
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

let audio
const sounding = new Set()

/** The page's audio, one for as long as it lives: browsers allow few, and unlock each by a tap. */
export const openAudio = () => (audio = audio || new AudioContext())

export class Tones {
  /** With an audio that a tap has woken already, if there is one. */
  constructor(awake) {
    audio = audio || awake
    this.due = []
  }

  /** Sounds [name, second] pairs of something that is `gone()` seconds old, but what is past. True when all are set. */
  async play(cues, gone) {
    const turn = {}
    this.turn = turn
    try {
      await openAudio().resume() // it began silent, was idle, or a call or a locked screen broke in
      if (turn !== this.turn) return // silenced, or set anew, while the audio woke
      for (const [name, second] of cues) {
        const wait = second && second - gone()
        if (wait < 0) continue
        for (const [index, pitch] of NOTES[name].entries()) this.note(pitch, audio.currentTime + wait + index / 5)
      }
      return true
    } catch {
      // without audio the timer goes on
    }
  }

  note(pitch, at) {
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
    this.due.push(tone)
  }

  /** Whether a call or a locked screen has put the audio to sleep. */
  get asleep() {
    return audio && audio.state !== "running"
  }

  silence() {
    this.turn = null
    for (const tone of this.due.splice(0)) tone.stop()
  }
}
