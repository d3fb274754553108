// What is spoken as a phase begins.

/** @typedef {import("../core/types.js").SessionPhase} SessionPhase */

/**
 * @param {import("./face.js").SessionFace} face the words come from
 * @param {SessionPhase} phase
 * @param {SessionPhase | undefined} previous
 * @param {string} session the session's name
 */
export function spokenTexts(face, phase, previous, session) {
  const { word, side, count } = face.textsOf(phase, previous)
  const { name } = face.exercise(phase.exercise)
  const position = word === face.words("move") ? "" : word
  const before = (phase.exercise && face.pages[phase.exercise]?.before) || ""
  const texts = {
    move: [face.words("speech-move", "", { exercise: name }), position],
    ready: [name, side, count, before],
    switch: [word, side],
    hold: [word, count],
    rest: [word],
    done: [face.words("end", "", { session })],
  }
  return texts[phase.phase]
}
