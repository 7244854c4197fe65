/** What of the screen this page has. */
export function screenSize() {
  return { width: Math.min(20_000, innerWidth), height: Math.min(20_000, innerHeight) };
}

/** Whether the browser is of these years, by what it can do, not by what it calls itself. */
export function browserAge() {
  const needed = [
    typeof RTCPeerConnection === 'function',
    typeof AudioContext === 'function',
    typeof TextDecoderStream === 'function',
    navigator.mediaDevices !== undefined,
  ];
  const recent = [
    typeof structuredClone === 'function',
    'findLast' in Array.prototype,
    CSS.supports('selector(:has(a))'),
    CSS.supports('container-type: inline-size'),
  ];
  return needed.every(Boolean) ? (recent.every(Boolean) ? 'good' : 'ageing') : 'old';
}

/** Whether a sound may begin before anybody has pressed anything here. */
export async function soundFree() {
  const context = new AudioContext();
  await Promise.race([context.resume().catch(() => undefined), new Promise((done) => setTimeout(done, 300))]);
  const free = context.state === 'running';
  void context.close();
  return free;
}

/**
 * Three notes, up, by the loudspeaker that was chosen. To be called from a press.
 *
 * @param {string | undefined} speaker its id
 * @returns {Promise<boolean>} whether the browser plays at all
 */
export async function tune(speaker) {
  const context = /** @type {AudioContext & {setSinkId?: (id: string) => Promise<void>}} */ (new AudioContext());
  if (speaker !== undefined) {
    await context.setSinkId?.(speaker).catch(() => undefined);
  }
  await Promise.race([context.resume(), new Promise((done) => setTimeout(done, 1_000))]);
  if (context.state !== 'running') {
    void context.close();
    return false;
  }
  [523, 659, 784].forEach((pitch, i) => {
    const at = context.currentTime + i * 0.35;
    const note = new OscillatorNode(context, { frequency: pitch });
    const loud = new GainNode(context, { gain: 0 });
    loud.gain.setTargetAtTime(0.3, at, 0.02);
    loud.gain.setTargetAtTime(0, at + 0.25, 0.05);
    note.connect(loud).connect(context.destination);
    note.start(at);
    note.stop(at + 0.6);
  });
  setTimeout(() => void context.close(), 2_000);
  return true;
}
