// The reader's choices in a session's settings, remembered; at first those that the template has made.

import { readStored, store } from "../core/storage.js"

const KEY = "cues"

/**
 * Sets the fields to what is kept, where that is a choice they have, and leaves out what this browser cannot do. Whether
 * anything was kept: then this is not the reader's first session.
 */
export function readSettings(fields) {
  const found = readStored(KEY)
  const choices = found || {}
  const can = {
    voice: "speechSynthesis" in window,
    vibration: "vibrate" in navigator,
    loud: "audioSession" in navigator,
  }
  for (const field of fields) {
    const value = choices[field.name]
    if (field.type === "checkbox" && typeof value === "boolean") field.checked = value
    if (field.options && [...field.options].some(option => option.value === value)) field.value = value
    if (can[field.name] === false) field.closest("label").hidden = true
    if (can[field.name] === false) field.checked = false
  }
  return !!found
}

/** Whether the choices of the fields could be kept. */
export function keepSettings(fields) {
  const choices = {}
  for (const field of fields) {
    const able = !field.closest("label").hidden // else it is another browser's choice, which stands
    choices[field.name] = able
      ? field.type === "checkbox"
        ? field.checked
        : field.value
      : readStored(KEY)?.[field.name]
  }
  return store(KEY, choices)
}
