/**
 * A short sound: high for taken, low twice for refused. Silence where the computer has no sound.
 * It waits for the next picture, because opening the sound device would hold that up.
 */
export function beep(kind: "taken" | "refused"): void {
  if (!wanted) return;
  requestAnimationFrame(() => setTimeout(() => play(kind)));
}

/** Whether the till makes sounds at all. */
export function setSounds(on: boolean): void {
  wanted = on;
}

let wanted = true;

function play(kind: "taken" | "refused"): void {
  const audio = audioContext();
  if (audio === null) return;
  if (kind === "taken") return tone(audio, { hertz: 1_480, afterS: 0, lengthS: 0.07 });
  tone(audio, { hertz: 300, afterS: 0, lengthS: 0.12 });
  tone(audio, { hertz: 240, afterS: 0.16, lengthS: 0.18 });
}

let context: AudioContext | null | undefined;

function audioContext(): AudioContext | null {
  if (context !== undefined) return context;
  try {
    context = new AudioContext();
  } catch {
    // No sound device: scanning works the same, the screen tells.
    context = null;
  }
  return context;
}

type Tone = { readonly hertz: number; readonly afterS: number; readonly lengthS: number };

function tone(audio: AudioContext, { hertz, afterS, lengthS }: Tone): void {
  const start = audio.currentTime + afterS;
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0.08, start);
  gain.gain.exponentialRampToValueAtTime(0.001, start + lengthS);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + lengthS);
}
