// Short tones, set on the audio's own clock so that a busy page cannot delay them.

/** What announces a phase, or one of its last three seconds: the pitches in Hz, a fifth of a second each. */
export const NOTES = { tick: [660], ready: [], hold: [880], rest: [660, 440], switch: [587, 784, 587], done: [523, 659, 784, 1047] };

export class Tones {
  constructor() {
    this.due = new Set();
  }

  /**
   * Sounds [name, second] pairs of something that is `gone()` seconds old; what is past is left out.
   * The first call belongs in a tap: browsers let sound begin only there.
   */
  async play(cues, gone) {
    const turn = (this.turn = {});
    try {
      this.audio = this.audio || new AudioContext();
      await this.audio.resume(); // a call or a locked screen interrupts it
      if (turn !== this.turn) return; // silenced, or set anew, while the audio woke
      for (const [name, second] of cues) {
        const wait = second && second - gone();
        if (wait >= 0) NOTES[name].forEach((pitch, index) => this.note(pitch, wait + index / 5));
      }
    } catch (error) {
      // without audio the timer goes on
    }
  }

  note(pitch, wait) {
    const { audio, due } = this;
    const at = audio.currentTime + wait;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = pitch;
    volume.gain.setTargetAtTime(0, at + 0.1, 0.04); // fades, so that it does not click
    tone.connect(volume);
    volume.connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.4);
    due.add(tone);
    tone.onended = () => due.delete(tone) && !due.size && audio.suspend(); // idle audio drains a battery
  }

  silence() {
    this.turn = null;
    for (const tone of this.due) tone.stop();
    this.due.clear();
    if (this.audio) this.audio.suspend();
  }
}
